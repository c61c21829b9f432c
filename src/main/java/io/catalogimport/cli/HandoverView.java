package io.catalogimport.cli;

import io.catalogimport.launch.HandedOverRow;
import io.catalogimport.launch.HandingOver.Preview;
import io.catalogimport.launch.HandoverResult;

/** Shows what becomes of rows, one after the other, so that memory does not grow with the file. */
interface HandoverView {

    /** What is ahead. */
    void ahead(Preview preview);

    /** A row has come to its end. */
    void row(HandedOverRow row);

    /** The handover has ended by itself. */
    void ended(HandoverResult result, ExitCode code);
}
