package io.catalogimport.sandbox.wire;

/**
 * Who signed a request, and for which region.
 *
 * @param account the account acted in
 * @param region the region of the signature's credential scope
 * @param arn the caller as GetCallerIdentity shows it: a user, or an assumed role with its session
 * @param userId the unique id that goes with the ARN
 * @param principalArn the IAM user or role that portfolios grant access to
 */
public record Caller(String account, String region, String arn, String userId, String principalArn) {
    /** Where no signature is asked for, nobody is known. */
    public static final Caller ANONYMOUS = new Caller("", "", "", "", "");
}
