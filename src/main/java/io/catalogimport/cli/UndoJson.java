package io.catalogimport.cli;

import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoneRow;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** One JSON document with the same members however the undo ends. Its rows are written as they end. */
final class UndoJson implements UndoView {
    static final int VERSION = 1;

    private static final UndoResult NOTHING = new UndoResult(0, 0, 0, 0, 0, 0, 0, 0, List.of(), false, false);

    private final RowsDocument document;

    /** @param plan whether nothing is released */
    UndoJson(PrintWriter out, Instant at, boolean plan) {
        this.document = new RowsDocument(out, json -> {
            json.writeNumberProperty("version", VERSION);
            json.writePOJOProperty("at", at);
            json.writeBooleanProperty("plan", plan);
        });
    }

    @Override
    public void row(UndoneRow row) {
        document.row(row);
    }

    @Override
    public void ended(UndoResult result, ExitCode code) {
        document.end(result, code, null);
    }

    /** An error has ended it, or has kept it from beginning. */
    void failed(Diagnosis diagnosis) {
        document.end(NOTHING, diagnosis.code(), diagnosis.sentence());
    }
}
