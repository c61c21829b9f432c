package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.fault.FaultRule;
import io.catalogimport.sandbox.fault.FaultSet;
import io.catalogimport.sandbox.fault.ImportOdds;
import io.catalogimport.sandbox.fault.Limits;
import io.catalogimport.sandbox.fault.Scope;
import io.catalogimport.sandbox.template.PlainTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads faults: a document of YAML or JSON by itself, or the part of a seed that has the same form. */
public final class FaultReader {
    private static final List<String> RULE_KEYS = List.of(
            "fault",
            "services",
            "operations",
            "accounts",
            "regions",
            "keys",
            "roles",
            "products",
            "stacks",
            "probability",
            "after",
            "times");
    private static final Map<String, String> SERVICES =
            List.of("cloudformation", "s3", "servicecatalog", "sts").stream()
                    .collect(Collectors.toMap(Function.identity(), Function.identity()));

    private FaultReader() {}

    public static FaultSet read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new SeedException(file + ": cannot be read");
        }
    }

    /**
     * Reads a document.
     *
     * @param name what complaints call it
     */
    public static FaultSet read(String name, String document) {
        try {
            return read(new SeedNode(name, "", PlainTree.parse(document)));
        } catch (IllegalArgumentException e) {
            throw new SeedException(name + ": " + e.getMessage());
        }
    }

    static FaultSet read(SeedNode node) {
        node.allowing("seed", "calls", "imports");
        List<FaultRule> rules =
                node.items("calls").stream().map(FaultReader::rule).toList();
        List<ImportOdds> odds =
                node.items("imports").stream().map(FaultReader::odds).toList();
        return new FaultSet(node.whole("seed", 0), rules, odds, node.value());
    }

    private static ImportOdds odds(SeedNode node) {
        List<String> keys = new ArrayList<>(List.of("accounts", "regions", "probability"));
        keys.addAll(ImportPlanReader.KEYS);
        node.allowing(keys.toArray(String[]::new));
        return new ImportOdds(
                ImportPlanReader.plan(node), scope(node), limits(node).probability());
    }

    private static FaultRule rule(SeedNode node) {
        SeedNode name = SeededRegion.required(node, "fault");
        FaultKindReader kind = name.oneOf(FaultKindReader.BY_NAME);
        List<String> keys = new ArrayList<>(RULE_KEYS);
        keys.addAll(kind.keys());
        node.allowing(keys.toArray(String[]::new));
        return new FaultRule(name.text(), kind.read(node), scope(node), limits(node));
    }

    private static Scope scope(SeedNode node) {
        node.items("services").forEach(service -> service.oneOf(SERVICES));
        return new Scope(
                texts(node, "services"),
                texts(node, "operations"),
                texts(node, "accounts"),
                texts(node, "regions"),
                texts(node, "keys"),
                texts(node, "roles"),
                texts(node, "products"),
                texts(node, "stacks"));
    }

    private static Limits limits(SeedNode node) {
        double probability = node.number("probability", 1);
        if (probability > 1) {
            throw SeededRegion.required(node, "probability").wrong("must be from 0 to 1");
        }
        return new Limits(probability, node.whole("after", 0), node.whole("times", Long.MAX_VALUE));
    }

    private static Set<String> texts(SeedNode node, String key) {
        return node.items(key).stream().map(SeedNode::text).collect(Collectors.toUnmodifiableSet());
    }
}
