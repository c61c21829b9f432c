package io.catalogimport.aws;

import java.util.Optional;
import java.util.function.IntPredicate;

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
    private static final int MAX_LENGTH = 128;

    /** Reads an ARN; empty if the text is not the ARN of a stack. */
    public static Optional<StackArn> parse(String text) {
        // A regular expression takes three times as long, and each row's ARN is parsed several times.
        String[] parts = text.split(":", -1);
        if (parts.length != 6 || !parts[0].equals("arn") || !parts[2].equals("cloudformation")) {
            return Optional.empty();
        }
        String[] resource = parts[5].split("/", -1);
        if (resource.length != 3 || !resource[0].equals("stack")) {
            return Optional.empty();
        }
        return Optional.of(new StackArn(parts[1], parts[3], parts[4], resource[1], resource[2]))
                .filter(StackArn::isWellFormed);
    }

    private boolean isWellFormed() {
        return partition.startsWith("aws")
                && all(partition, each -> isLowerCase(each) || each == '-')
                && all(region, each -> isLowerCase(each) || isDigit(each) || each == '-')
                && account.length() == 12
                && all(account, StackArn::isDigit)
                && all(stackName, StackArn::isOfNameOrId)
                && isLetter(stackName.charAt(0))
                && stackName.length() <= MAX_LENGTH
                && all(stackId, StackArn::isOfNameOrId)
                && stackId.length() <= MAX_LENGTH;
    }

    /** At least one character, and each of this kind. */
    private static boolean all(String text, IntPredicate kind) {
        for (int i = 0; i < text.length(); i++) {
            if (!kind.test(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isOfNameOrId(int character) {
        return isLetter(character) || isDigit(character) || character == '-';
    }

    private static boolean isLetter(int character) {
        return isLowerCase(character) || (character >= 'A' && character <= 'Z');
    }

    private static boolean isLowerCase(int character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    public Lane lane() {
        return new Lane(partition, account, region);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":cloudformation:" + region + ":" + account + ":stack/" + stackName + "/" + stackId;
    }
}
