package io.catalogimport.validation.template;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All differences of two templates as a text for people, because a cell of a CSV has no room for them. */
public final class TemplateDiff {
    private static final int MOST = 500;
    private static final int MOST_CHARACTERS = 60_000;

    private TemplateDiff() {}

    /** The text; empty if a template cannot be read, or if there is no difference. */
    public static Optional<String> text(String stackTemplate, String productTemplate) {
        TextPair texts = TextPair.of(stackTemplate, productTemplate);
        Optional<ReadTemplate> stack = TemplateReader.tryRead(texts.inStack());
        Optional<ReadTemplate> product = TemplateReader.tryRead(texts.inProduct());
        if (stack.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        StructureComparison compared = new StructureComparison(
                stack.get().root(), product.get().root(), LossyText.isAscii(texts.inStack()), MOST);
        return compared.isSame() ? Optional.empty() : Optional.of(text(compared.first(), compared.total()));
    }

    private static String text(List<Difference> differences, int total) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (Difference each : differences) {
            if (text.length() > MOST_CHARACTERS) {
                break;
            }
            text.append(each.path()).append('\n');
            text.append("  stack:   ").append(orNothing(each.inStack())).append('\n');
            text.append("  product: ").append(orNothing(each.inProduct())).append("\n\n");
            shown++;
        }
        return text.append(shown < total ? "And %d more.\n".formatted(total - shown) : "")
                .toString();
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
