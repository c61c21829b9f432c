package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk through two templates side by side, and what it has found so far. */
final class StructureComparison {
    private static final int SHOWN = 3;

    private final List<Difference> first = new ArrayList<>();
    private int total;
    private boolean lossy;

    TemplateMatch compare(TemplateNode inStack, TemplateNode inProduct) {
        compare(Place.TEMPLATE, inStack, inProduct);
        return total == 0 ? new TemplateMatch.Same(lossy) : new TemplateMatch.Different(first, total);
    }

    private void compare(Place place, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        if (inStack instanceof Entries stack && inProduct instanceof Entries product) {
            compareEntries(place, stack.entries(), product.entries());
        } else if (inStack instanceof Items stack && inProduct instanceof Items product) {
            compareItems(place, stack.items(), product.items());
        } else if (inStack instanceof Scalar stack && inProduct instanceof Scalar product) {
            if (!sameText(stack.text(), product.text())) {
                report(place, inStack, inProduct);
            }
        } else if (inStack == null || !inStack.equals(inProduct)) {
            report(place, inStack, inProduct);
        }
    }

    private void compareEntries(Place place, Map<String, TemplateNode> inStack, Map<String, TemplateNode> inProduct) {
        var onlyInProduct = new LinkedHashMap<>(inProduct);
        onlyInProduct.keySet().removeAll(inStack.keySet());
        var lost = new LossyKeys(List.copyOf(onlyInProduct.keySet()));
        inStack.forEach((key, value) -> {
            @Nullable TemplateNode counterpart = inProduct.get(key);
            @Nullable String original = counterpart == null ? lost.take(key) : null;
            if (original != null) {
                lossy = true;
                counterpart = onlyInProduct.remove(original);
            }
            compare(place.key(key), value, counterpart);
        });
        onlyInProduct.forEach((key, value) -> compare(place.key(key), null, value));
    }

    private void compareItems(Place place, List<TemplateNode> inStack, List<TemplateNode> inProduct) {
        for (int i = 0; i < Math.max(inStack.size(), inProduct.size()); i++) {
            compare(
                    place.index(i),
                    i < inStack.size() ? inStack.get(i) : null,
                    i < inProduct.size() ? inProduct.get(i) : null);
        }
    }

    /** Whether the texts are the same, if need be by what GetTemplate loses. */
    private boolean sameText(String inStack, String inProduct) {
        if (inStack.equals(inProduct)) {
            return true;
        }
        boolean matches = LossyText.canStandFor(inStack, inProduct);
        lossy |= matches;
        return matches;
    }

    private void report(Place place, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        total++;
        if (first.size() < SHOWN) {
            first.add(Difference.of(place, inStack, inProduct));
        }
    }
}
