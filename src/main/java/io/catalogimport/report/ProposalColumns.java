package io.catalogimport.report;

import io.catalogimport.aws.ListedStack;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.discovery.Match;
import io.catalogimport.discovery.OfferedVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A proposal as a row of a mapping file: what import needs, and what a person wants to see before. */
final class ProposalColumns {
    static final List<String> ALL = List.of(
            "stack_arn",
            "product_id",
            "provisioning_artifact_id",
            "provisioned_product_name",
            "product_name",
            "provisioning_artifact_name",
            "confidence",
            "differs_at",
            "also_matches",
            "stack_status",
            "tags",
            "stack_warnings");

    private ProposalColumns() {}

    static List<String> values(Proposal proposal) {
        Match.Equal match = proposal.match();
        OfferedVersion version = match.version();
        return List.of(
                proposal.stack().arn().toString(),
                version.product().id(),
                version.version().id(),
                proposal.name(),
                version.product().name(),
                version.version().name(),
                match.confidence().name().toLowerCase(Locale.ROOT),
                match.words(),
                versions(match.others()),
                proposal.stack().status(),
                tags(proposal.stack()),
                String.join(";", proposal.warnings()));
    }

    /** The values by column, ready to be written. */
    static Map<String, String> byName(Proposal proposal) {
        Map<String, String> byName = new LinkedHashMap<>();
        List<String> values = values(proposal);
        for (int i = 0; i < values.size(); i++) {
            byName.put(ALL.get(i), CsvFormula.disarmed(values.get(i)));
        }
        return byName;
    }

    static String versions(List<OfferedVersion> versions) {
        return versions.stream().map(OfferedVersion::toString).collect(Collectors.joining("; "));
    }

    static String tags(ListedStack stack) {
        return stack.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining("; "));
    }
}
