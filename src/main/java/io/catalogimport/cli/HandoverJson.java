package io.catalogimport.cli;

import io.catalogimport.aws.PrincipalArn;
import io.catalogimport.handover.NewOwner;
import io.catalogimport.launch.HandedOverRow;
import io.catalogimport.launch.HandingOver.Preview;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.HandoverSettings;
import java.io.PrintWriter;

/** One JSON document with the same members however the handover ends. Its rows are written as they end. */
final class HandoverJson implements HandoverView {
    static final int VERSION = 1;

    private final RowsDocument document;

    /** @param plan whether nothing is handed over */
    HandoverJson(PrintWriter out, HandoverSettings settings, boolean plan) {
        NewOwner wanted = settings.owner();
        this.document = new RowsDocument(out, json -> {
            json.writeNumberProperty("version", VERSION);
            json.writePOJOProperty("at", settings.startedAt());
            json.writeBooleanProperty("plan", plan);
            json.writeStringProperty("owner", wanted.owner().text());
            json.writeStringProperty(
                    "launchRole", wanted.launchRole().map(PrincipalArn::text).orElse(null));
        });
    }

    @Override
    public void ahead(Preview preview) {
        // The result has the same figures.
    }

    @Override
    public void row(HandedOverRow row) {
        document.row(row);
    }

    @Override
    public void ended(HandoverResult result, ExitCode code) {
        document.end(result, code, null);
    }

    /** An error has ended it, or has kept it from beginning. */
    void failed(Diagnosis diagnosis) {
        document.end(HandoverResult.NOTHING, diagnosis.code(), diagnosis.sentence());
    }
}
