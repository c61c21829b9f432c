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
                "NOT_A_STACK_ARN", Excerpt.of(value) + " is the ARN of something other than a CloudFormation stack."));
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

    /** The first character that cannot stand there; the beginning of the wrong part if each character could. */
    private static int wrongPlace(String value) {
        int from = 0;
        int part = 0;
        Matcher found = PARTS.get(part).matcher(value);
        while (part < PARTS.size() - 1 && found.region(from, value.length()).lookingAt()) {
            from = found.end();
            part++;
            found.usePattern(PARTS.get(part));
        }
        int end = from;
        while (end < value.length() && isOfAnyPart(value.charAt(end))) {
            end++;
        }
        boolean isLast = part == PARTS.size() - 1;
        boolean endsPart = end < value.length() && ":/".indexOf(value.charAt(end)) >= 0;
        return endsPart && !isLast ? from : Math.min(end, value.length() - 1);
    }

    private static boolean isOfAnyPart(char character) {
        return Character.isLetterOrDigit(character) || character == '-';
    }
}
