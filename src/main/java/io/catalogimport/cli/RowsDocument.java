package io.catalogimport.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document of a command that works on rows. The rows are written as they end, and the other members are the same
 * however the command ends. Thread-safe.
 */
final class RowsDocument {
    private final PrintWriter out;
    private final JsonGenerator json;

    /** @param head writes the members before the rows */
    RowsDocument(PrintWriter out, Consumer<JsonGenerator> head) {
        this.out = out;
        this.json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .createGenerator(out);
        json.writeStartObject();
        head.accept(json);
        json.writeArrayPropertyStart("rows");
    }

    synchronized void row(Object row) {
        json.writePOJO(row);
        json.flush();
    }

    /** @param error null if the command came to its end */
    synchronized void end(Object result, ExitCode code, @Nullable String error) {
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
