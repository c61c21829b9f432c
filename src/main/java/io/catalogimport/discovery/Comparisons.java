package io.catalogimport.discovery;

import io.catalogimport.aws.ListedStack;
import io.catalogimport.ledger.Discoveries.Comparison;
import io.catalogimport.validation.template.Difference;
import io.catalogimport.validation.template.TemplateComparison;
import io.catalogimport.validation.template.TemplateFingerprint;
import io.catalogimport.validation.template.TemplateMatch;
import io.catalogimport.validation.template.TemplateRemark;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a stack's template with a version's as {@code plan} does, and keeps what came of it. */
final class Comparisons {
    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);

    private final LaneTemplates templates;
    private final Sources sources;
    private final TemplateComparison comparison = new TemplateComparison();

    Comparisons(LaneTemplates templates, Sources sources) {
        this.templates = templates;
        this.sources = sources;
    }

    Comparison compare(ListedStack stack, TemplateFingerprint template, OfferedVersion version) {
        String inVersion = version.template().text();
        Optional<Comparison> before = sources.known().comparison(template.text(), inVersion);
        return before.orElseGet(() -> {
            Optional<String> text = templates.text(version);
            if (text.isEmpty()) {
                return new Comparison(false, "The version's template cannot be read any more.");
            }
            Comparison compared = compare(templates.text(stack, template), text.get());
            sources.known().keep(template.text(), inVersion, compared);
            return compared;
        });
    }

    /** What the comparison did not expect of a template must not cost the other stacks. */
    private Comparison compare(String stack, String version) {
        try {
            TemplateMatch match = comparison.compare(stack, version);
            return new Comparison(match instanceof TemplateMatch.Same, words(match));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("The comparison of two templates failed", e);
            return new Comparison(
                    false,
                    "The templates could not be compared, because of an error in this program ("
                            + e.getClass().getSimpleName() + ").");
        }
    }

    private static String words(TemplateMatch match) {
        if (match instanceof TemplateMatch.Different different) {
            int others = different.total() - different.first().size();
            return different.first().stream().map(Difference::sentence).collect(Collectors.joining("; "))
                    + (others > 0 ? "; and " + others + " more" : "");
        }
        return match instanceof TemplateMatch.Same
                ? match.remarks().stream().map(TemplateRemark::sentence).collect(Collectors.joining(" "))
                : match.sentence();
    }
}
