package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through two templates side by side, and collects the differences. */
final class StructureComparison {
    static final int SHOWN = 3;

    private final List<Difference> first = new ArrayList<>();
    private final SpellingRemark spelling = new SpellingRemark();
    private final boolean canBeLossy;
    private final int most;
    private int total;
    private boolean lossy;

    /** @param canBeLossy whether characters of the stack's template can have been lost */
    StructureComparison(Entries inStack, Entries inProduct, boolean canBeLossy) {
        this(inStack, inProduct, canBeLossy, SHOWN);
    }

    /** @param most how many differences are kept */
    StructureComparison(Entries inStack, Entries inProduct, boolean canBeLossy, int most) {
        this.canBeLossy = canBeLossy;
        this.most = most;
        compare(Place.TEMPLATE, inStack, inProduct);
    }

    boolean isSame() {
        return total == 0;
    }

    /** How many differences there are. A part that is missing on one side counts as one. */
    int total() {
        return total;
    }

    List<Difference> first() {
        return first;
    }

    /** The conditions under which the templates are the same. Only for templates that are. */
    List<TemplateRemark> conditions() {
        List<TemplateRemark> conditions = new ArrayList<>();
        if (lossy) {
            conditions.add(TemplateComparison.CHARACTERS_LOST);
        }
        spelling.remark().ifPresent(conditions::add);
        return conditions;
    }

    private void compare(Place place, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        if (inStack instanceof Entries stack && inProduct instanceof Entries product) {
            compareEntries(place, stack, product);
        } else if (inStack instanceof Items stack && inProduct instanceof Items product) {
            compareItems(place, stack.items(), product.items());
        } else if (inStack instanceof Scalar stack && inProduct instanceof Scalar product) {
            compareScalars(place, stack, product);
        } else if (inStack == null || !inStack.equals(inProduct)) {
            report(place, inStack, inProduct);
        }
    }

    private void compareEntries(Place place, Entries inStack, Entries inProduct) {
        Map<String, TemplateNode> product = inProduct.entries();
        var onlyInProduct = new LinkedHashMap<>(product);
        onlyInProduct.keySet().removeAll(inStack.entries().keySet());
        var lost = new LossyKeys(List.copyOf(onlyInProduct.keySet()));
        inStack.entries().forEach((key, value) -> {
            @Nullable TemplateNode counterpart = product.get(key);
            @Nullable String original = counterpart == null && canBeLossy ? lost.take(key) : null;
            if (original != null) {
                lossy = true;
                counterpart = onlyInProduct.remove(original);
            } else if (inStack.unquoted().contains(key) != inProduct.unquoted().contains(key)) {
                spelling.addKey(place.key(key));
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

    private void compareScalars(Place place, Scalar inStack, Scalar inProduct) {
        if (inStack.equals(inProduct)) {
            return;
        }
        if (inStack.isOpen() || inProduct.isOpen()) {
            if (inStack.canMean(inProduct)) {
                spelling.addValue(place, inStack, inProduct);
            } else {
                report(place, inStack, inProduct);
            }
        } else if (!inStack.text().equals(inProduct.text())) {
            if (canBeLossy && LossyText.canStandFor(inStack.text(), inProduct.text())) {
                lossy = true;
            } else {
                report(place, inStack, inProduct);
            }
        }
    }

    private void report(Place place, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        total++;
        if (first.size() < most) {
            first.add(Difference.of(place, inStack, inProduct));
        }
    }
}
