package io.catalogimport.validation;

import io.catalogimport.mapping.StackMapping;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mappings that are read about together. They say which entries of AWS's lists are kept. */
final class Wanted {
    private final BitSet lines = new BitSet();
    private final Set<String> stacks = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    static Wanted of(List<StackMapping> mappings) {
        Wanted wanted = new Wanted();
        mappings.forEach(wanted::add);
        return wanted;
    }

    void add(StackMapping mapping) {
        lines.set(mapping.line());
        stacks.add(mapping.stackArn().toString());
        names.add(mapping.provisionedProductName());
    }

    /** Whether it is not known which mappings follow. Then any entry of the lane may be asked for. */
    boolean isAnything() {
        return lines.isEmpty();
    }

    int size() {
        return lines.cardinality();
    }

    BitSet lines() {
        return lines;
    }

    /** The ARNs of the stacks. */
    Set<String> stacks() {
        return stacks;
    }

    /** The names that the mappings give to the provisioned products. */
    Set<String> names() {
        return names;
    }
}
