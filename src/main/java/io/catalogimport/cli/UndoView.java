package io.catalogimport.cli;

import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoneRow;

/** Shows what becomes of rows, one after the other, so that memory does not grow with the file. */
interface UndoView {

    /** A row has come to its end. */
    void row(UndoneRow row);

    /** The undo has ended by itself. */
    void ended(UndoResult result, ExitCode code);
}
