package io.catalogimport.aws;

/**
 * The role that is needed in an account cannot be assumed. Unlike an {@link AwsAccessException} that is a failure of this
 * account's mappings and not of the run, which goes on with others. Nothing was asked of AWS in the account. Asking again
 * in the same run is refused at once, with the same words.
 */
public final class RoleNotAssumedException extends AwsException {
    private final String account;

    RoleNotAssumedException(String account, AwsException refusal) {
        super(
                "The role for account %s cannot be assumed: %s".formatted(account, refusal.getMessage()),
                refusal.code(),
                refusal.requestId().orElse(null),
                refusal);
        this.account = account;
    }

    /** The account in which nothing can be done. */
    public String account() {
        return account;
    }
}
