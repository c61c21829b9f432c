package io.catalogimport.discovery;

import io.catalogimport.aws.ListedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which stacks are asked for. Of a kind of which nothing is named, all are.
 *
 * @param names globs, of which one must fit the stack's name
 * @param tags what the stack must all have
 * @param statuses one of which the stack must have
 * @param arns one of which must be the stack's
 */
public record StackFilter(List<String> names, Map<String, String> tags, Set<String> statuses, Set<String> arns) {
    public static final StackFilter ALL = new StackFilter(List.of(), Map.of(), Set.of());

    public StackFilter {
        names = List.copyOf(names);
        tags = Map.copyOf(tags);
        statuses = Set.copyOf(statuses);
        arns = Set.copyOf(arns);
    }

    public StackFilter(List<String> names, Map<String, String> tags, Set<String> statuses) {
        this(names, tags, statuses, Set.of());
    }

    /** These stacks and no others. */
    public static StackFilter only(Set<String> arns) {
        return new StackFilter(List.of(), Map.of(), Set.of(), arns);
    }

    boolean takes(ListedStack stack) {
        return (names.isEmpty()
                        || names.stream().anyMatch(glob -> regex(glob)
                                .matcher(stack.arn().stackName())
                                .matches()))
                && tags.entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(stack.tags().get(tag.getKey())))
                && (statuses.isEmpty() || statuses.contains(stack.status()))
                && (arns.isEmpty() || arns.contains(stack.arn().toString()));
    }

    /** Only {@code *} and {@code ?} mean something in a glob: a stack's name has nothing else to match. */
    private static Pattern regex(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(String.valueOf((char) character));
                })
                .collect(Collectors.joining()));
    }
}
