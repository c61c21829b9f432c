package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The role in one account. Its credentials are renewed by the thread that needs them when they are about to expire: renewing
 * them in the background would take a thread for each account. They are handed out only after AWS has said that they act in
 * that account. A refusal is kept, so that AWS is not asked again for every row. For use by several threads, which wait for one another.
 */
final class AssumedRole {
    private final Lane lane;
    private final String arn;
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider provider;
    private boolean isVerified;
    private @Nullable LaneClosedException closed;

    AssumedRole(RoleSettings settings, Lane lane, StsClient sts) {
        this.lane = lane;
        this.arn = settings.arn(lane);
        this.sts = sts;
        this.provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .asyncCredentialUpdateEnabled(false)
                .refreshRequest(request -> request.roleArn(arn)
                        .roleSessionName(settings.sessionName())
                        .externalId(settings.externalId()))
                .build();
    }

    /**
     * The credentials, good for some minutes at least.
     *
     * @throws LaneClosedException when the role is refused, or is not one of the lane's account
     * @throws AwsCredentialsException when AWS does not accept the caller's own credentials
     */
    synchronized AwsCredentials credentials() {
        if (closed != null) {
            throw closed;
        }
        AwsCredentials credentials = assumed();
        if (!isVerified) {
            requireAccount(credentials);
            isVerified = true;
        }
        return credentials;
    }

    private AwsCredentials assumed() {
        try {
            return AwsErrors.classified("AssumeRole", arn, provider::resolveCredentials);
        } catch (AwsDeniedException | AwsRefusedException e) {
            throw close(LaneClosedException.roleNotAssumed(lane, e));
        }
    }

    /** A role's ARN may name an account of its own. What is seen there says nothing about the lane. */
    private void requireAccount(AwsCredentials credentials) {
        String actual;
        try {
            actual = AwsErrors.classified("GetCallerIdentity", arn, () -> sts.getCallerIdentity(
                            request -> request.overrideConfiguration(configuration ->
                                    configuration.credentialsProvider(StaticCredentialsProvider.create(credentials))))
                    .account());
        } catch (AwsDeniedException | AwsRefusedException | AwsCredentialsException e) {
            throw close(LaneClosedException.accountNotKnown(lane, e));
        }
        if (!lane.account().equals(actual)) {
            throw close(LaneClosedException.otherAccount(lane, arn, actual));
        }
    }

    private LaneClosedException close(LaneClosedException reason) {
        closed = reason;
        return reason;
    }
}
