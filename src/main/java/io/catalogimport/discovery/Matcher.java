package io.catalogimport.discovery;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.discovery.Match.Confidence;
import io.catalogimport.ledger.Discoveries.Comparison;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the version that a stack's template is, or the nearest one. Not for use by several threads. */
final class Matcher {
    private final VersionIndex versions;
    private final Comparisons comparisons;
    private final Map<Kinds, Comparison> known = new HashMap<>();

    /** Templates of these structures differ alike. */
    private record Kinds(String stack, String version) {}

    Matcher(VersionIndex versions, Comparisons comparisons) {
        this.versions = versions;
        this.comparisons = comparisons;
    }

    Match match(ListedStack stack, TemplateFingerprint template) {
        List<OfferedVersion> equal = new ArrayList<>(versions.same(template));
        Map<OfferedVersion, String> conditions = new HashMap<>();
        equal.forEach(version -> conditions.put(version, template.condition(version.template())));
        for (OfferedVersion version : versions.possible(template)) {
            Comparison comparison = comparisons.compare(stack, template, version);
            if (comparison.same()) {
                equal.add(version);
                conditions.put(version, comparison.words());
            }
        }
        if (equal.isEmpty()) {
            return nearest(stack, template);
        }
        List<OfferedVersion> best =
                equal.stream().sorted(OfferedVersion.BEST_LAST.reversed()).toList();
        return best.stream().map(version -> version.product().id()).distinct().count() > 1
                ? new Match.Ambiguous(best)
                : equal(template, best, conditions);
    }

    private static Match equal(
            TemplateFingerprint template, List<OfferedVersion> best, Map<OfferedVersion, String> conditions) {
        OfferedVersion version = best.get(0);
        boolean isIdentical = version.template().text().equals(template.text());
        return new Match.Equal(
                version,
                isIdentical ? Confidence.IDENTICAL : Confidence.EQUIVALENT,
                best.subList(1, best.size()),
                conditions.getOrDefault(version, ""));
    }

    private Match nearest(ListedStack stack, TemplateFingerprint template) {
        if (template.structure() == null) {
            return new Match.None("The stack's template cannot be read.");
        }
        String structure = template.structure();
        return versions.nearest(template)
                .<Match>map(nearest -> new Match.Near(
                        nearest.version(),
                        nearest.similarity(),
                        differences(stack, template, structure, nearest.version())))
                .orElseGet(() -> new Match.None(""));
    }

    private String differences(
            ListedStack stack, TemplateFingerprint template, String structure, OfferedVersion version) {
        Kinds kinds = new Kinds(
                structure,
                Stream.ofNullable(version.template().structure()).findFirst().orElse(""));
        Comparison before = known.get(kinds);
        if (before != null) {
            return before.words();
        }
        try {
            Comparison comparison = comparisons.compare(stack, template, version);
            known.put(kinds, comparison);
            return comparison.words();
        } catch (AwsDeniedException | AwsRefusedException e) {
            return e.getMessage() + ".";
        }
    }
}
