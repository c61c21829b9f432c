package io.catalogimport.cli;

import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.DiscoveryRequest;
import io.catalogimport.discovery.Match;
import io.catalogimport.discovery.Match.Confidence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a discovery has found, in a few lines. */
final class DiscoverText {
    private static final int SHOWN = 10;

    private final PrintWriter out;
    private final Path mappings;
    private final Path unmatched;

    DiscoverText(PrintWriter out, Path mappings, Path unmatched) {
        this.out = out;
        this.mappings = mappings;
        this.unmatched = unmatched;
    }

    void print(DiscoveryRequest request, Discovered found) {
        int lanes = request.lanes().size();
        print("Looked at %d %s."
                .formatted(
                        lanes - found.failures().size(),
                        lanes == 1 ? "account and region" : "of " + lanes + " accounts and regions"));
        found.failures().forEach(failure -> print("Not looked at: %s. %s.".formatted(failure.lane(), failure.words())));
        printFound(found);
        printLeftOut(found);
        printHidden(found);
        print("Nothing was changed in AWS.");
        if (!found.proposals().isEmpty()) {
            print("Next: look at %1$s, then run catalog-import plan %1$s.".formatted(mappings));
        }
        out.flush();
    }

    private void printFound(Discovered found) {
        print("Proposed: %d (%d identical, %d equivalent), in %s."
                .formatted(
                        found.proposals().size(),
                        proposals(found, Confidence.IDENTICAL),
                        proposals(found, Confidence.EQUIVALENT),
                        mappings));
        print("No match: %d (%d near, %d none, %d ambiguous), in %s."
                .formatted(
                        found.unmatched().size(),
                        unmatched(found, Match.Near.class::isInstance),
                        unmatched(found, Match.None.class::isInstance),
                        unmatched(found, Match.Ambiguous.class::isInstance),
                        unmatched));
        if (unmatched(found, Match.Ambiguous.class::isInstance) > 0) {
            print("Ambiguous: several products have the stack's template. Choose with --product or --portfolio.");
        }
    }

    private void printLeftOut(Discovered found) {
        int total =
                found.excluded().values().stream().mapToInt(Integer::intValue).sum();
        if (total > 0) {
            print("Left out: %d (%s)."
                    .formatted(
                            total,
                            found.excluded().entrySet().stream()
                                    .map(why ->
                                            why.getValue() + " " + why.getKey().words())
                                    .collect(Collectors.joining(", "))));
        }
        if (found.existing() > 0) {
            print("In %s already: %d.".formatted(mappings, found.existing()));
        }
    }

    private void printHidden(Discovered found) {
        found.hiddenVersions().stream()
                .limit(SHOWN)
                .forEach(version -> print("Not compared, because the template cannot be read: " + version + "."));
        int others = found.hiddenVersions().size() - SHOWN;
        if (others > 0) {
            print("And " + others + " more versions that could not be compared.");
        }
    }

    private static long proposals(Discovered found, Confidence confidence) {
        return found.proposals().stream()
                .filter(proposal -> proposal.match().confidence() == confidence)
                .count();
    }

    private static long unmatched(Discovered found, Predicate<Match> kind) {
        return found.unmatched().stream().map(Unmatched::match).filter(kind).count();
    }

    private void print(String line) {
        out.println(Printable.text(line));
    }
}
