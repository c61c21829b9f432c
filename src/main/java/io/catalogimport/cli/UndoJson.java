package io.catalogimport.cli;

import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoneRow;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document with the same members however the undo ends. Its rows are written as they end. */
final class UndoJson implements UndoView {
    static final int VERSION = 1;

    private static final UndoResult NOTHING = new UndoResult(0, 0, 0, 0, 0, 0, 0, 0, List.of(), false, false);

    private final PrintWriter out;
    private final JsonGenerator json;

    /** @param plan whether nothing is released */
    UndoJson(PrintWriter out, Instant at, boolean plan) {
        this.out = out;
        this.json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .createGenerator(out);
        json.writeStartObject();
        json.writeNumberProperty("version", VERSION);
        json.writePOJOProperty("at", at);
        json.writeBooleanProperty("plan", plan);
        json.writeArrayPropertyStart("rows");
    }

    @Override
    public synchronized void row(UndoneRow row) {
        json.writePOJO(row);
        json.flush();
    }

    @Override
    public void ended(UndoResult result, ExitCode code) {
        end(result, code, null);
    }

    /** An error has ended it, or has kept it from beginning. */
    void failed(Diagnosis diagnosis) {
        end(NOTHING, diagnosis.code(), diagnosis.sentence());
    }

    private synchronized void end(UndoResult result, ExitCode code, @Nullable String error) {
        json.writeEndArray();
        json.writePOJOProperty("result", result);
        json.writeNumberProperty("exitCode", code.number());
        json.writeStringProperty("error", error);
        json.writeEndObject();
        json.flush();
        out.println();
        out.flush();
    }
}
