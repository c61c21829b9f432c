package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The role in one account. Its credentials are renewed by whoever needs them when they are about to expire, for renewing
 * them in the background takes a thread an account. A refusal is kept, so that AWS is not asked once a row; what AWS is too
 * busy for is asked again. For use by several threads, which wait for one another.
 */
final class AssumedRole {
    private final String account;
    private final String arn;
    private final StsAssumeRoleCredentialsProvider provider;
    private @Nullable AwsException refusal;

    AssumedRole(RoleSettings settings, Lane lane, StsClient sts) {
        this.account = lane.account();
        this.arn = settings.arn(lane);
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
     * @throws AwsAccessException when it is the caller's own credentials that AWS does not accept
     */
    synchronized AwsCredentials credentials() {
        if (refusal != null) {
            throw new RoleNotAssumedException(account, refusal);
        }
        try {
            return AwsErrors.classified("AssumeRole", arn, provider::resolveCredentials);
        } catch (AwsAccessException e) {
            if (AwsErrors.isOfCredentials(e)) {
                throw e;
            }
            throw refused(e);
        } catch (AwsRefusedException e) {
            throw refused(e);
        }
    }

    private RoleNotAssumedException refused(AwsException e) {
        refusal = e;
        return new RoleNotAssumedException(account, e);
    }
}
