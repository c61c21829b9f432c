package io.catalogimport.validation;

import io.catalogimport.validation.TemplateMatches.Comparison;
import io.catalogimport.validation.template.TemplateMatch;
import java.util.Optional;

/**
 * Remembers the comparisons made a moment ago. Stacks that were made alike have the same template. If it is written
 * differently from the product's, reading both takes longer than asking AWS for one. Thread-safe.
 */
final class RememberedComparison implements Comparison {
    private static final long MOST_CHARACTERS = 16L << 20;

    private final Comparison comparison;
    private final RecentlyUsed<Texts, TemplateMatch> known = new RecentlyUsed<>(
            MOST_CHARACTERS,
            (texts, match) -> texts.inStack().length() + texts.inProduct().length());

    private record Texts(String inStack, String inProduct) {}

    RememberedComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public TemplateMatch compare(String stackTemplate, String productTemplate) {
        if (stackTemplate.equals(productTemplate)) {
            return comparison.compare(stackTemplate, productTemplate);
        }
        Texts texts = new Texts(stackTemplate, productTemplate);
        Optional<TemplateMatch> before = known.find(texts);
        return before.orElseGet(() -> {
            TemplateMatch match = comparison.compare(stackTemplate, productTemplate);
            known.keep(texts, match);
            return match;
        });
    }
}
