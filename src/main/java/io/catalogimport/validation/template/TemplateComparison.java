package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import io.catalogimport.validation.template.TemplateMatch.Side;
import io.catalogimport.validation.template.TemplateMatch.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares templates by their content. JSON or YAML, the order of keys, white space, comments, the long and the short
 * form of intrinsic functions, quotes around text, anchors and the template's line ends make no difference. What
 * CloudFormation reads differently is different: {@code YES} is {@code true}, and {@code "YES"} is not.
 */
public final class TemplateComparison {
    static final TemplateRemark CHARACTERS_LOST = new TemplateRemark(
            TemplateRemark.Kind.CHARACTERS_LOST,
            "The templates are the same if each \"?\" in the stack's template was a non-ASCII character. GetTemplate"
                    + " returns \"?\" for those.");

    /**
     * Compares two templates: first their texts, which is enough for most, and then their content.
     *
     * @param stackTemplate as GetTemplate returns it. Each character outside ASCII may be a {@code ?}
     * @param productTemplate as the artifact has it, complete
     */
    public TemplateMatch compare(String stackTemplate, String productTemplate) {
        TextPair texts = TextPair.of(stackTemplate, productTemplate);
        if (texts.areEqual()) {
            return new Same(List.of());
        }
        if (texts.areEqualButForLostCharacters()) {
            return new Same(List.of(CHARACTERS_LOST));
        }
        ReadTemplate inStack;
        try {
            inStack = TemplateReader.read(texts.inStack());
        } catch (UnreadableTemplateException e) {
            return new Unreadable(Side.STACK, e.reason());
        }
        ReadTemplate inProduct;
        try {
            inProduct = TemplateReader.read(texts.inProduct());
        } catch (UnreadableTemplateException e) {
            return new Unreadable(Side.PRODUCT, e.reason());
        }
        // A text that still has characters outside ASCII has lost none.
        TemplateMatch match = compare(inStack, inProduct, LossyText.isAscii(texts.inStack()));
        return match instanceof Different && texts.mayHideStructure()
                ? sameOnceLost(inStack, texts.inProduct()).orElse(match)
                : match;
    }

    /**
     * A lost character can change the structure of the stack's template: {@code - → x} is a text, but is returned as
     * {@code - ? x}, which is an object. So the product's template is also compared as GetTemplate would return it.
     */
    private static Optional<TemplateMatch> sameOnceLost(ReadTemplate inStack, String productTemplate) {
        return Stream.of(LossyText.lostByCharacter(productTemplate), LossyText.lostByHalfCharacter(productTemplate))
                .distinct()
                .flatMap(lost -> TemplateReader.tryRead(lost).stream())
                // Keys that differ only in lost characters become the same key. They are not repeated keys.
                .filter(lost -> lost.repeated().total() == inStack.repeated().total())
                .map(lost -> compare(inStack, lost, true))
                .filter(match -> !(match instanceof Different different) || different.onlyDescriptive())
                .findFirst()
                .map(TemplateComparison::withLostCharacters);
    }

    private static TemplateMatch withLostCharacters(TemplateMatch match) {
        List<TemplateRemark> others = match.remarks().stream()
                .filter(remark -> !remark.equals(CHARACTERS_LOST))
                .toList();
        List<TemplateRemark> remarks = together(List.of(CHARACTERS_LOST), others);
        return match instanceof Different different
                ? new Different(
                        different.first(),
                        different.total(),
                        different.onlyDescriptive(),
                        different.onlyToolWritten(),
                        remarks)
                : new Same(remarks);
    }

    private static TemplateMatch compare(ReadTemplate inStack, ReadTemplate inProduct, boolean canBeLossy) {
        List<TemplateRemark> repeated = new ArrayList<>();
        inStack.repeated().remark(Side.STACK).ifPresent(repeated::add);
        inProduct.repeated().remark(Side.PRODUCT).ifPresent(repeated::add);
        StructureComparison all = new StructureComparison(inStack.root(), inProduct.root(), canBeLossy);
        if (all.isSame()) {
            return new Same(together(all.conditions(), repeated));
        }
        StructureComparison bare = new StructureComparison(
                DescriptiveParts.without(inStack.root()), DescriptiveParts.without(inProduct.root()), canBeLossy);
        // The excerpt of a difference changes when its description is removed. So only its path is compared.
        Stream<Difference> descriptive = all.first().stream().filter(each -> bare.first().stream()
                .noneMatch(shown -> each.path().startsWith(shown.path())));
        List<Difference> first = Stream.concat(bare.first().stream(), descriptive)
                .limit(StructureComparison.SHOWN)
                .toList();
        StructureComparison unmarked = new StructureComparison(
                ToolWrittenParts.without(inStack.root()), ToolWrittenParts.without(inProduct.root()), canBeLossy);
        return new Different(
                first,
                all.total(),
                bare.isSame(),
                unmarked.isSame(),
                together(bare.isSame() ? bare.conditions() : List.of(), repeated));
    }

    private static List<TemplateRemark> together(List<TemplateRemark> some, List<TemplateRemark> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
