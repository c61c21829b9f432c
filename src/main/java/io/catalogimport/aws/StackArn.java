package io.catalogimport.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of one CloudFormation stack: {@code arn:<partition>:cloudformation:<region>:<account>:stack/<name>/<id>}.
 *
 * @param partition the ARN partition
 * @param region the region's code
 * @param account the twelve digits of the account
 * @param stackName the stack's name, which may be used again after the stack is deleted
 * @param stackId the part after the name, which is never used again
 */
public record StackArn(String partition, String region, String account, String stackName, String stackId) {
    private static final Pattern FORM = Pattern.compile("arn:(aws[a-z-]*):cloudformation:([a-z0-9-]+):(\\d{12}):stack/"
            + "([a-zA-Z][a-zA-Z0-9-]{0,127})/([a-zA-Z0-9-]{1,128})");

    /** Reads an ARN; empty if the text is not the ARN of a stack. */
    public static Optional<StackArn> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new StackArn(form.group(1), form.group(2), form.group(3), form.group(4), form.group(5)));
    }

    public Lane lane() {
        return new Lane(partition, account, region);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":cloudformation:" + region + ":" + account + ":stack/" + stackName + "/" + stackId;
    }
}
