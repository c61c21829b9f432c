package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One walk through two templates side by side, and what it has found so far. */
final class StructureComparison {
    private static final int SHOWN = 3;
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w:-]{1,80}");

    private final List<Difference> first = new ArrayList<>();
    private int total;
    private boolean lossy;

    TemplateMatch compare(TemplateNode inStack, TemplateNode inProduct) {
        compare("", inStack, inProduct);
        return total == 0 ? new TemplateMatch.Same(lossy) : new TemplateMatch.Different(first, total);
    }

    private void compare(String path, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        if (inStack instanceof Entries stack && inProduct instanceof Entries product) {
            compareEntries(path, stack.entries(), product.entries());
        } else if (inStack instanceof Items stack && inProduct instanceof Items product) {
            compareItems(path, stack.items(), product.items());
        } else if (inStack instanceof Scalar stack && inProduct instanceof Scalar product) {
            if (!sameText(stack.text(), product.text())) {
                report(path, inStack, inProduct);
            }
        } else if (inStack == null || !inStack.equals(inProduct)) {
            report(path, inStack, inProduct);
        }
    }

    private void compareEntries(String path, Map<String, TemplateNode> inStack, Map<String, TemplateNode> inProduct) {
        var onlyInProduct = new LinkedHashMap<>(inProduct);
        onlyInProduct.keySet().removeAll(inStack.keySet());
        inStack.forEach((key, value) -> {
            TemplateNode counterpart = inProduct.get(key);
            compare(
                    path(path, key),
                    value,
                    counterpart != null ? counterpart : takeLossyCounterpart(key, onlyInProduct));
        });
        onlyInProduct.forEach((key, value) -> compare(path(path, key), null, value));
    }

    private @Nullable TemplateNode takeLossyCounterpart(String key, Map<String, TemplateNode> onlyInProduct) {
        if (key.indexOf('?') < 0) {
            return null;
        }
        for (String candidate : onlyInProduct.keySet()) {
            if (sameText(key, candidate)) {
                return onlyInProduct.remove(candidate);
            }
        }
        return null;
    }

    private void compareItems(String path, List<TemplateNode> inStack, List<TemplateNode> inProduct) {
        for (int i = 0; i < Math.max(inStack.size(), inProduct.size()); i++) {
            compare(
                    path + "[" + i + "]",
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

    private void report(String path, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        total++;
        if (first.size() < SHOWN) {
            first.add(new Difference(path, excerpt(inStack), excerpt(inProduct)));
        }
    }

    private static @Nullable String excerpt(@Nullable TemplateNode node) {
        return node == null ? null : new NodeExcerpt().of(node);
    }

    private static String path(String parent, String key) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : Excerpt.of(key);
        return parent.isEmpty() ? shown : parent + "." + shown;
    }
}
