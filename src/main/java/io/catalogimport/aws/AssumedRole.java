package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The role in one account. When its credentials are about to expire, the thread that needs them renews them. Renewing
 * them in the background would take a thread for each account. They are used only after AWS has said that they act in
 * that account. A refusal is kept, so that AWS is not asked again for every row. Thread-safe; threads wait for one
 * another.
 */
final class AssumedRole {
    private final Lane lane;
    private final String arn;
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider provider;
    private boolean isVerified;
    private @Nullable String knownArn;
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
     * The credentials. They are valid for at least some minutes.
     *
     * @throws LaneClosedException if AWS refuses the role, or the role belongs to another account
     * @throws AwsCredentialsException if AWS does not accept the caller's own credentials
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

    /** The ARN under which the role acts, if AWS has said it already. */
    synchronized Optional<String> knownArn() {
        return Optional.ofNullable(knownArn);
    }

    private AwsCredentials assumed() {
        try {
            return AwsErrors.classified("AssumeRole", arn, provider::resolveCredentials);
        } catch (AwsDeniedException | AwsRefusedException e) {
            throw close(LaneClosedException.roleNotAssumed(lane, e));
        }
    }

    /** A role's ARN may name another account. What is seen there says nothing about the lane. */
    private void requireAccount(AwsCredentials credentials) {
        GetCallerIdentityResponse caller;
        try {
            caller = AwsErrors.classified(
                    "GetCallerIdentity",
                    arn,
                    () -> sts.getCallerIdentity(request -> request.overrideConfiguration(configuration ->
                            configuration.credentialsProvider(StaticCredentialsProvider.create(credentials)))));
        } catch (AwsDeniedException | AwsRefusedException | AwsCredentialsException e) {
            throw close(LaneClosedException.accountNotKnown(lane, e));
        }
        if (!lane.account().equals(caller.account())) {
            throw close(LaneClosedException.otherAccount(lane, arn, caller.account()));
        }
        knownArn = caller.arn();
    }

    private LaneClosedException close(LaneClosedException reason) {
        closed = reason;
        return reason;
    }
}
