package io.catalogimport.discovery;

import io.catalogimport.validation.template.TemplateFingerprint;
import io.catalogimport.validation.template.TemplateSketch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds product versions by their templates without looking at each of them. */
public final class VersionIndex {
    /** Below this, a template is another one and no variant: half of the paths and values are not in both. */
    static final double NEAR = 0.5;

    /** Of so many versions that have the most bands in common with a stack, one is the nearest. */
    private static final int CLOSER_LOOKS = 32;

    private final Map<String, List<OfferedVersion>> byText = new HashMap<>();
    private final Map<String, List<OfferedVersion>> byStructure = new HashMap<>();
    private final Map<String, List<OfferedVersion>> byGroup = new HashMap<>();
    private final Map<TemplateSketch, Integer> numbers = new HashMap<>();

    /** By their numbers. Versions with the same template are one here: the best of them. */
    private final List<OfferedVersion> kinds = new ArrayList<>();

    private final Map<Long, List<Integer>> byBand = new HashMap<>();

    public VersionIndex(Collection<OfferedVersion> versions) {
        versions.forEach(this::add);
    }

    /** A version, and how similar its template is. */
    public record Nearest(OfferedVersion version, double similarity) {}

    private void add(OfferedVersion version) {
        TemplateFingerprint template = version.template();
        add(byText, template.text(), version);
        if (template.structure() != null) {
            add(byStructure, template.structure(), version);
        }
        template.groups().forEach(group -> add(byGroup, group, version));
        TemplateSketch sketch = template.sketch();
        Integer known = numbers.putIfAbsent(sketch, kinds.size());
        if (known == null) {
            bands(sketch).forEach(band -> byBand.computeIfAbsent(band, unknown -> new ArrayList<>(1))
                    .add(kinds.size()));
            kinds.add(version);
        } else if (OfferedVersion.BEST_LAST.compare(kinds.get(known), version) < 0) {
            kinds.set(known, version);
        }
    }

    private static void add(Map<String, List<OfferedVersion>> index, String key, OfferedVersion version) {
        index.computeIfAbsent(key, unknown -> new ArrayList<>(1)).add(version);
    }

    /** Each band with its place. */
    private static Stream<Long> bands(TemplateSketch sketch) {
        int[] bands = sketch.bands();
        return Stream.iterate(0, place -> place < bands.length, place -> place + 1)
                .map(place -> ((long) place << Integer.SIZE) | (bands[place] & 0xFFFFFFFFL));
    }

    /** The versions that are certain to have the same template. */
    public Set<OfferedVersion> same(TemplateFingerprint stack) {
        Set<OfferedVersion> same = new LinkedHashSet<>(byText.getOrDefault(stack.text(), List.of()));
        if (stack.structure() != null) {
            same.addAll(byStructure.getOrDefault(stack.structure(), List.of()));
        }
        stack.certain().ifPresent(group -> same.addAll(byGroup.getOrDefault(group, List.of())));
        return same;
    }

    /** The other versions that may have the same template, so that only a comparison can tell. Nearly always none. */
    public Set<OfferedVersion> possible(TemplateFingerprint stack) {
        Set<OfferedVersion> possible = new LinkedHashSet<>();
        stack.groups().forEach(group -> possible.addAll(byGroup.getOrDefault(group, List.of())));
        possible.removeIf(version -> stack.isSame(version.template()));
        return possible;
    }

    /** The version with the most similar template; empty if none is similar. */
    public Optional<Nearest> nearest(TemplateFingerprint stack) {
        int[] common = new int[kinds.size()];
        bands(stack.sketch())
                .flatMap(band -> byBand.getOrDefault(band, List.of()).stream())
                .forEach(number -> common[number]++);
        return IntStream.range(0, common.length)
                .filter(number -> common[number] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> common[number])
                        .reversed())
                .limit(CLOSER_LOOKS)
                .map(kinds::get)
                .map(version -> new Nearest(version, version.template().sketch().similarity(stack.sketch())))
                .filter(nearest -> nearest.similarity() >= NEAR)
                .max(Comparator.comparingDouble(Nearest::similarity)
                        .thenComparing(Nearest::version, OfferedVersion.BEST_LAST)
                        .thenComparing(nearest -> nearest.version().version().id()));
    }
}
