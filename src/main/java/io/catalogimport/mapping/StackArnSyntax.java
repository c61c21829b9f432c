package io.catalogimport.mapping;

import io.catalogimport.aws.KnownRegions;
import io.catalogimport.aws.StackArn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a stack ARN, and tells a mistyped one from that of another thing. */
final class StackArnSyntax {
    private static final Pattern ANY_ARN =
            Pattern.compile("arn:[^:]*:(?<service>[^:]*):[^:]*:[^:]*:(?<resource>.*)", Pattern.DOTALL);

    private StackArnSyntax() {}

    static Optional<Problem> check(String value) {
        Optional<StackArn> stack = StackArn.parse(value);
        if (stack.isPresent()) {
            return unknownRegion(stack.get());
        }
        Matcher arn = ANY_ARN.matcher(value);
        if (!arn.matches()) {
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
                Excerpt.of(value) + " is not a stack ARN; one reads"
                        + " arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>.");
    }
}
