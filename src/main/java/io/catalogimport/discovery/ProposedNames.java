package io.catalogimport.discovery;

import io.catalogimport.aws.StackArn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives each stack a name that no other provisioned product of its account has. */
final class ProposedNames {
    private final NamePattern pattern;
    private final Map<String, Set<String>> takenByAccount = new HashMap<>();

    ProposedNames(NamePattern pattern) {
        this.pattern = pattern;
    }

    void taken(String account, String name) {
        takenByAccount.computeIfAbsent(account, unknown -> new HashSet<>()).add(name);
    }

    /** The name that the pattern makes; if it is taken, with the region, and then with a number. */
    String next(StackArn stack, String product) {
        String name = pattern.name(stack, product);
        Set<String> taken = takenByAccount.computeIfAbsent(stack.account(), unknown -> new HashSet<>());
        Stream<String> endings = Stream.concat(
                Stream.of("", "-" + stack.region()),
                IntStream.iterate(2, n -> n + 1).mapToObj(number -> "-" + number));
        return endings.map(ending -> withEnding(name, ending))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String withEnding(String name, String ending) {
        return name.substring(0, Math.min(name.length(), NamePattern.LONGEST - ending.length())) + ending;
    }
}
