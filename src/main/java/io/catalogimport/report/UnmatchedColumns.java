package io.catalogimport.report;

import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.Match;
import io.catalogimport.discovery.OfferedVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stack that no mapping is proposed for, and what comes nearest to one. */
final class UnmatchedColumns {
    static final List<String> ALL = List.of(
            "stack_arn",
            "confidence",
            "similarity",
            "product_id",
            "provisioning_artifact_id",
            "product_name",
            "provisioning_artifact_name",
            "differs_at",
            "also_matches",
            "stack_status",
            "tags",
            "template");

    /** Enough of a digest to tell templates apart. */
    private static final int SHOWN = 12;

    private UnmatchedColumns() {}

    static List<String> values(Unmatched unmatched) {
        List<String> values = new ArrayList<>();
        values.add(unmatched.stack().arn().toString());
        values.addAll(ofMatch(unmatched.match()));
        values.add(unmatched.stack().status());
        values.add(ProposalColumns.tags(unmatched.stack()));
        values.add(shown(unmatched.structure()));
        return values;
    }

    private static List<String> ofMatch(Match match) {
        if (match instanceof Match.Near near) {
            OfferedVersion version = near.version();
            return List.of(
                    "near",
                    String.format(Locale.ROOT, "%.2f", near.similarity()),
                    version.product().id(),
                    version.version().id(),
                    version.product().name(),
                    version.version().name(),
                    near.words(),
                    "");
        }
        if (match instanceof Match.Ambiguous ambiguous) {
            return List.of("ambiguous", "", "", "", "", "", "", ProposalColumns.versions(ambiguous.versions()));
        }
        String words = match instanceof Match.None none ? none.words() : "";
        return List.of("none", "", "", "", "", "", words, "");
    }

    private static String shown(@Nullable String digest) {
        return digest == null ? "" : digest.substring(0, SHOWN);
    }
}
