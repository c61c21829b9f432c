package io.catalogimport.mapping;

import io.catalogimport.aws.StackArn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The address of a page of the AWS console, where a stack ARN should be. Most pages about a stack have its ARN in theirs. */
record ConsoleAddress(String text) {
    private static final Pattern FORM =
            Pattern.compile("(https?://|[a-z0-9.-]*\\bconsole\\.(aws\\.amazon|amazonaws)[a-z0-9.-]*/)[^\\s]*");

    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:cloudformation:[a-z0-9-]+:\\d{12}:stack/[a-zA-Z][a-zA-Z0-9-]{0,127}/[a-zA-Z0-9-]{1,128}");

    static Optional<ConsoleAddress> of(String value) {
        // Nearly every value is an ARN, and the pattern takes its time.
        if (value.startsWith("arn:")) {
            return Optional.empty();
        }
        return FORM.matcher(value.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of(new ConsoleAddress(value))
                : Optional.empty();
    }

    /** The stack that the address is about; empty where it names none, or more than one. */
    Optional<String> stackArn() {
        List<String> arns = ARN.matcher(decoded())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return arns.size() == 1 ? StackArn.parse(arns.get(0)).map(StackArn::toString) : Optional.empty();
    }

    /** An address that is a part of another address, as after signing in, is encoded more than once. */
    private String decoded() {
        String decoded = text;
        for (int i = 0; i < 3; i++) {
            decoded = decoded.replaceAll("(?i)%3a", ":")
                    .replaceAll("(?i)%2f", "/")
                    .replace("%25", "%");
        }
        return decoded;
    }
}
