package io.catalogimport.discovery;

import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.MappingLine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a mapping file has already: its stacks are left alone, and its names are taken. */
public final class ExistingMappings {
    private final Set<String> stacks = new HashSet<>();
    private final Map<StackArn, String> names = new LinkedHashMap<>();

    /** Adds a row, also one that cannot be imported as it is. */
    public void add(MappingLine line) {
        StackArn.parse(line.value("stack_arn")).ifPresent(stack -> {
            stacks.add(stack.toString());
            names.put(stack, line.value("provisioned_product_name"));
        });
    }

    boolean has(StackArn stack) {
        return stacks.contains(stack.toString());
    }

    Map<StackArn, String> names() {
        return names;
    }
}
