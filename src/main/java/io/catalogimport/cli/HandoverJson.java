package io.catalogimport.cli;

import io.catalogimport.aws.PrincipalArn;
import io.catalogimport.handover.NewOwner;
import io.catalogimport.launch.HandedOverRow;
import io.catalogimport.launch.HandingOver.Preview;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.HandoverSettings;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document with the same members however the handover ends. Its rows are written as they end. */
final class HandoverJson implements HandoverView {
    static final int VERSION = 1;

    private final PrintWriter out;
    private final JsonGenerator json;

    /** @param plan whether nothing is handed over */
    HandoverJson(PrintWriter out, HandoverSettings settings, boolean plan) {
        this.out = out;
        this.json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .createGenerator(out);
        NewOwner wanted = settings.owner();
        json.writeStartObject();
        json.writeNumberProperty("version", VERSION);
        json.writePOJOProperty("at", settings.startedAt());
        json.writeBooleanProperty("plan", plan);
        json.writeStringProperty("owner", wanted.owner().text());
        json.writeStringProperty(
                "launchRole", wanted.launchRole().map(PrincipalArn::text).orElse(null));
        json.writeArrayPropertyStart("rows");
    }

    @Override
    public void ahead(Preview preview) {
        // The result has the same figures.
    }

    @Override
    public synchronized void row(HandedOverRow row) {
        json.writePOJO(row);
        json.flush();
    }

    @Override
    public void ended(HandoverResult result, ExitCode code) {
        end(result, code, null);
    }

    /** An error has ended it, or has kept it from beginning. */
    void failed(Diagnosis diagnosis) {
        end(HandoverResult.NOTHING, diagnosis.code(), diagnosis.sentence());
    }

    private synchronized void end(HandoverResult result, ExitCode code, @Nullable String error) {
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
