package io.catalogimport.discovery;

import com.sun.management.OperatingSystemMXBean;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.validation.template.TemplateComparison;
import io.catalogimport.validation.template.TemplateCorpus;
import io.catalogimport.validation.template.TemplateFingerprint;
import io.catalogimport.validation.template.TemplateMatch;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Matches invented stacks with invented versions, in a process of its own with the heap that its starter gives it, and prints
 * what that took. Two thirds of the stacks have a version's template in another style, the others a changed one.
 */
public final class MatchingLoad {
    private static final int RESOURCES = 8;
    private static final int VERSIONS_OF_A_PRODUCT = 50;
    private static final int SAMPLE = 24;

    private final TemplateTexts texts = new TemplateTexts();
    private final TemplateComparison comparison = new TemplateComparison();
    private final int stacks;
    private final int versions;
    private long characters;
    private int wrong;
    private int near;
    private int compared;

    private MatchingLoad(int stacks, int versions) {
        this.stacks = stacks;
        this.versions = versions;
    }

    /** Takes the numbers of stacks and versions; prints milliseconds of processor time and what came of it, in one line. */
    public static void main(String[] args) {
        MatchingLoad load = new MatchingLoad(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        load.invent();
        long before = cpu();
        load.match();
        long ours = (cpu() - before) / 1_000_000;
        System.out.printf(
                "%d %d %d %d %d %d%n",
                ours,
                load.pair(),
                load.wrong,
                load.near,
                load.compared,
                load.characters / (load.stacks + load.versions));
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void invent() {
        for (int i = 0; i < versions; i++) {
            keep("version " + i, TemplateCorpus.template(i, RESOURCES, i));
        }
        for (int i = 0; i < stacks; i++) {
            keep(
                    "stack " + i,
                    asGetTemplateGivesIt(
                            isMatched(i)
                                    ? TemplateCorpus.template(i % versions, RESOURCES, versions + i)
                                    : TemplateCorpus.changed(i % versions, RESOURCES, 1, versions + i)));
        }
    }

    private static String asGetTemplateGivesIt(String template) {
        return template.codePoints()
                .map(codePoint -> codePoint < 0x80 ? codePoint : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void keep(String name, String text) {
        texts.keep(name, text);
        characters += text.length();
    }

    private static boolean isMatched(int stack) {
        return stack % 3 != 0;
    }

    private void match() {
        List<OfferedVersion> offered = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            offered.add(offered(i, TemplateFingerprint.of(text("version " + i))));
        }
        VersionIndex index = new VersionIndex(offered);
        for (int i = 0; i < stacks; i++) {
            match(i, index);
        }
    }

    private void match(int stack, VersionIndex index) {
        String text = text("stack " + stack);
        TemplateFingerprint template = TemplateFingerprint.of(text);
        List<String> found = Stream.concat(
                        index.same(template).stream(),
                        index.possible(template).stream().filter(version -> isSame(text, version)))
                .map(version -> version.version().id())
                .toList();
        List<String> right = isMatched(stack) ? List.of(String.valueOf(stack % versions)) : List.of();
        wrong += found.equals(right) ? 0 : 1;
        if (found.isEmpty()) {
            Optional<VersionIndex.Nearest> nearest = index.nearest(template);
            nearest.ifPresent(version -> isSame(text, version.version()));
            near += nearest.filter(version -> version.version().version().id().equals(String.valueOf(stack % versions)))
                            .isPresent()
                    ? 1
                    : 0;
        }
    }

    private boolean isSame(String stack, OfferedVersion version) {
        compared++;
        return comparison.compare(stack, text("version " + version.version().id())) instanceof TemplateMatch.Same;
    }

    /** Microseconds that one comparison of a pair takes, by a sample of them. */
    private long pair() {
        long before = cpu();
        for (int stack = 0; stack < SAMPLE; stack++) {
            for (int version = 0; version < SAMPLE; version++) {
                comparison.compare(text("stack " + stack), text("version " + version));
            }
        }
        return (cpu() - before) / 1_000 / (SAMPLE * SAMPLE);
    }

    private String text(String name) {
        return texts.find(name).orElseThrow();
    }

    private static OfferedVersion offered(int number, TemplateFingerprint template) {
        LaunchableProduct.Version version = new LaunchableProduct.Version(
                String.valueOf(number), "v" + number, Instant.EPOCH.plusSeconds(number), false);
        String product = "product-" + number / VERSIONS_OF_A_PRODUCT;
        return new OfferedVersion(
                new LaunchableProduct(product, product, List.of(), List.of(version)), version, template);
    }
}
