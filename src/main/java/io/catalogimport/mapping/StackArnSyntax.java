package io.catalogimport.mapping;

import io.catalogimport.aws.KnownRegions;
import io.catalogimport.aws.StackArn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what is wrong with a stack ARN, and tells a mistyped one from that of another thing. */
final class StackArnSyntax {
    private static final Pattern ANY_ARN =
            Pattern.compile("arn:[^:]*:(?<service>[^:]*):[^:]*:[^:]*:(?<resource>.*)", Pattern.DOTALL);

    private static final List<Pattern> PARTS = Stream.of(
                    "arn:",
                    "aws[a-z-]*:",
                    "cloudformation:",
                    "[a-z0-9-]+:",
                    "\\d{12}:",
                    "stack/",
                    "[a-zA-Z][a-zA-Z0-9-]{0,127}/",
                    "[a-zA-Z0-9-]{1,128}$")
            .map(Pattern::compile)
            .toList();

    private StackArnSyntax() {}

    static Optional<Problem> check(String value) {
        Optional<StackArn> stack = StackArn.parse(value);
        if (stack.isPresent()) {
            return unknownRegion(stack.get());
        }
        if (ConsoleAddress.of(value).isPresent()) {
            return Optional.of(new Problem(
                    "INVALID_STACK_ARN",
                    Excerpt.of(value) + " is a web address without the ARN of exactly one stack: open the stack in the"
                            + " CloudFormation console and copy its Stack ID from the tab Stack info."));
        }
        Matcher arn = ANY_ARN.matcher(value);
        if (!arn.matches() || OddCharacter.firstIn(value).isPresent()) {
            return Optional.of(invalid(value));
        }
        boolean isOfCloudFormation = arn.group("service").equals("cloudformation");
        String resource = arn.group("resource");
        if (isOfCloudFormation && resource.startsWith("stackset/")) {
            return Optional.of(new Problem(
                    "STACK_SET_ARN",
                    Excerpt.of(value) + " is a stack set, which cannot be imported; only single stacks can."));
        }
        if (isOfCloudFormation && (resource.equals("stack") || resource.startsWith("stack/"))) {
            return Optional.of(invalid(value));
        }
        return Optional.of(new Problem(
                "NOT_A_STACK_ARN", Excerpt.of(value) + " is the ARN of something else than a CloudFormation stack."));
    }

    private static Optional<Problem> unknownRegion(StackArn stack) {
        if (KnownRegions.contains(stack.partition(), stack.region())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "UNKNOWN_REGION",
                "There is no region %s in partition %s, or it is newer than this program: check the ARN."
                        .formatted(stack.region(), stack.partition())));
    }

    private static Problem invalid(String value) {
        return new Problem(
                "INVALID_STACK_ARN",
                Flaw.of(value, wrongPlace(value)).sentence(value, " is not a stack ARN")
                        + "; one reads arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>.");
    }

    /** The first character that no ARN has there; the beginning of the wrong part where each character by itself is right. */
    private static int wrongPlace(String value) {
        int from = 0;
        for (Pattern part : PARTS) {
            Matcher found = part.matcher(value).region(from, value.length());
            if (!found.lookingAt()) {
                break;
            }
            from = found.end();
        }
        for (int i = from; i < value.length(); i++) {
            char character = value.charAt(i);
            if (!Character.isLetterOrDigit(character) && "-:/".indexOf(character) < 0) {
                return i;
            }
        }
        return Math.min(from, value.length() - 1);
    }
}
