package io.catalogimport.validation.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a template in place of its text, so that thousands of templates can be matched without comparing each
 * pair. It is made from the same form of the template that {@link TemplateComparison} compares:
 *
 * <ul>
 *   <li>Equal {@code text}, equal {@code structure}, or a structure that is the product's with lost characters: the comparison
 *       finds them the same.
 *   <li>No group in common: the comparison finds them different, or cannot read one of them.
 *   <li>Otherwise, only the comparison itself can tell. That is rare: a number in quotes on one side, or lost characters that
 *       have made another structure.
 * </ul>
 *
 * @param text the digest of the text as it is
 * @param structure the digest of what the template says; null if it cannot be read
 * @param groups digests of forms that are coarser than any difference which the comparison passes over
 * @param sketch what its similarity to other templates is estimated from
 * @param tools the tools that have left marks in it
 */
public record TemplateFingerprint(
        String text, @Nullable String structure, Set<String> groups, TemplateSketch sketch, List<String> tools) {
    /** Goes up when fingerprints of the same template change, so that those of an earlier version are not used. */
    public static final int FORM = 2;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How a group begins whose stacks and products are certain to be the same. */
    private static final String CERTAIN = "=";

    public TemplateFingerprint {
        groups = Set.copyOf(groups);
        tools = List.copyOf(tools);
    }

    /** The fingerprint of a stack's or a product's template. */
    public static TemplateFingerprint of(String template) {
        String plain = TextPair.withPlainLineEnds(template);
        String marked = plain.startsWith(BYTE_ORDER_MARK) ? plain.substring(1) : plain;
        Optional<ReadTemplate> read = TemplateReader.tryRead(marked);
        Set<String> groups = new LinkedHashSet<>();
        addGroups(marked, read, groups);
        read.ifPresent(found -> addCertain(marked, found, groups));
        if (marked.startsWith("?")) {
            // A byte order mark may come back as a question mark.
            String unmarked = marked.substring(1);
            addGroups(unmarked, TemplateReader.tryRead(unmarked), groups);
        }
        return new TemplateFingerprint(
                NodeDigest.ofText(template),
                read.map(found -> NodeDigest.exact(found.root())).orElse(null),
                groups,
                read.map(found -> TemplateSketch.of(found.root())).orElse(TemplateSketch.EMPTY),
                ToolMarks.in(template));
    }

    /** The fingerprint of a template that is the same as no other but in its text. */
    public static TemplateFingerprint ofTextAlone(String template) {
        return new TemplateFingerprint(NodeDigest.ofText(template), null, Set.of(), TemplateSketch.EMPTY, List.of());
    }

    /** Whether the comparison is certain to find this stack's template and a product's the same. */
    public boolean isSame(TemplateFingerprint product) {
        return text.equals(product.text)
                || (structure != null && structure.equals(product.structure))
                || isLostOf(product);
    }

    /** Under which condition this stack's template and a product's are the same, if they are certain to be; empty as a rule. */
    public String condition(TemplateFingerprint product) {
        boolean isUnconditional = text.equals(product.text) || Objects.equals(structure, product.structure);
        return !isUnconditional && isLostOf(product) ? TemplateComparison.CHARACTERS_LOST.sentence() : "";
    }

    private boolean isLostOf(TemplateFingerprint product) {
        return certain().filter(product.groups::contains).isPresent();
    }

    /** The group of products that are certain to have this stack's template, which may have lost characters. */
    public Optional<String> certain() {
        return Optional.ofNullable(structure).map(own -> CERTAIN + own).filter(groups::contains);
    }

    /** Only a text without other characters can have lost some, and only one with other characters can be what it was. */
    private static void addCertain(String template, ReadTemplate read, Set<String> groups) {
        String own = NodeDigest.exact(read.root());
        if (LossyText.isAscii(template)) {
            groups.add(CERTAIN + own);
            return;
        }
        Stream.<UnaryOperator<String>>of(LossyText::lostByCharacter, LossyText::lostByHalfCharacter)
                .map(lost -> NodeDigest.exact(read.root(), lost))
                .filter(lost -> !lost.equals(own))
                .forEach(lost -> groups.add(CERTAIN + lost));
    }

    private static void addGroups(String template, Optional<ReadTemplate> read, Set<String> groups) {
        groups.add(NodeDigest.ofGroup("text", CoarseText.withoutLostCharacters(template)));
        boolean hasMergedKeys = false;
        if (read.isPresent()) {
            NodeDigest.Coarse coarse = NodeDigest.coarse(read.get().root());
            groups.add(coarse.group());
            hasMergedKeys = coarse.hasMergedKeys();
        }
        if (!LossyText.isAscii(template) && (hasMergedKeys || LossyStructure.mayDiffer(template))) {
            Stream.of(LossyText.lostByCharacter(template), LossyText.lostByHalfCharacter(template))
                    .distinct()
                    .flatMap(lost -> TemplateReader.tryRead(lost).stream())
                    .map(lost -> NodeDigest.coarse(lost.root()).group())
                    .forEach(groups::add);
        }
    }
}
