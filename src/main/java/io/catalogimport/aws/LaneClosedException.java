package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AWS cannot be asked in a lane, so nothing in it is changed or decided. Other lanes are not affected. Later calls in
 * the same run fail at once with the same message.
 */
public final class LaneClosedException extends AwsException {
    private final FailureKind kind;

    private LaneClosedException(FailureKind kind, String message, @Nullable AwsException cause) {
        super(
                message,
                cause == null ? kind.name() : cause.code(),
                cause == null ? null : cause.requestId().orElse(null),
                cause);
        this.kind = kind;
    }

    static LaneClosedException roleNotAssumed(Lane lane, AwsException refusal) {
        return new LaneClosedException(
                FailureKind.ROLE_NOT_ASSUMED,
                "The role for account %s cannot be assumed: %s".formatted(lane.account(), refusal.getMessage()),
                refusal);
    }

    static LaneClosedException otherAccount(Lane lane, String roleArn, String actualAccount) {
        return new LaneClosedException(
                FailureKind.OTHER_ACCOUNT,
                "The stack is in account %s, but the role %s acts in account %s: use --role-name, or {account} in --role-arn"
                        .formatted(lane.account(), roleArn, actualAccount),
                null);
    }

    /** The caller's own credentials, without a role, are for another account. */
    static LaneClosedException otherAccount(Lane lane, String actualAccount) {
        return new LaneClosedException(
                FailureKind.OTHER_ACCOUNT,
                ("The stack is in account %s, but these credentials are for account %s: name a role of the stack's account"
                                + " with --role-name, or run with credentials of that account")
                        .formatted(lane.account(), actualAccount),
                null);
    }

    static LaneClosedException accountNotKnown(Lane lane) {
        return new LaneClosedException(FailureKind.ACCOUNT_NOT_KNOWN, notCertain(lane), null);
    }

    static LaneClosedException accountNotKnown(Lane lane, AwsException refusal) {
        return new LaneClosedException(
                FailureKind.ACCOUNT_NOT_KNOWN, notCertain(lane) + ": " + refusal.getMessage(), refusal);
    }

    private static String notCertain(Lane lane) {
        return "It is not certain that these credentials act in account %s, because STS GetCallerIdentity gave no answer"
                .formatted(lane.account());
    }

    static LaneClosedException regionNotEnabled(Lane lane, AwsException refusal) {
        return new LaneClosedException(
                FailureKind.REGION_NOT_ENABLED,
                "Region %s cannot be used in account %s: %s. Enable the region for the account, or remove its rows"
                        .formatted(lane.region(), lane.account(), refusal.getMessage()),
                refusal);
    }

    @Override
    public Optional<FailureKind> kind() {
        return Optional.of(kind);
    }
}
