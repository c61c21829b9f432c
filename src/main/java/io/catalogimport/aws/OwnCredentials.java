package io.catalogimport.aws;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.SystemSetting;

/**
 * The caller's own credentials: the SDK's default chain in the SDK's order, with one difference. The first source that
 * is configured decides. If it fails, the run says what is missing. It does not try the role of the machine, which may
 * belong to another account. The CLI does the same.
 */
final class OwnCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OwnCredentials.class);

    /** A profile with any of these is a source of credentials, and not only of settings. */
    private static final Set<String> CREDENTIAL_PROPERTIES = Set.of(
            "aws_access_key_id",
            "aws_secret_access_key",
            "credential_process",
            "login_session",
            "role_arn",
            "sso_account_id",
            "sso_role_name",
            "sso_session",
            "sso_start_url");

    private @Nullable Source source;

    /** The possible sources of credentials, in the order in which they are tried. */
    enum Kind {
        SYSTEM_PROPERTIES,
        ENVIRONMENT,
        WEB_IDENTITY,
        PROFILE,
        CONTAINER,
        INSTANCE;

        AwsCredentialsProvider provider() {
            return switch (this) {
                case SYSTEM_PROPERTIES -> SystemPropertyCredentialsProvider.create();
                case ENVIRONMENT -> EnvironmentVariableCredentialsProvider.create();
                case WEB_IDENTITY -> WebIdentityTokenFileCredentialsProvider.create();
                case PROFILE -> ProfileCredentialsProvider.create();
                case CONTAINER -> ContainerCredentialsProvider.builder().build();
                case INSTANCE -> InstanceProfileCredentialsProvider.create();
            };
        }
    }

    private record Source(Kind kind, AwsCredentialsProvider provider) {}

    @Override
    public AwsCredentials resolveCredentials() {
        Source chosen = source();
        try {
            return chosen.provider().resolveCredentials();
        } catch (RuntimeException e) {
            log.debug("No credentials from {}", chosen.kind(), e);
            throw CredentialsTrouble.of(chosen.kind(), e);
        }
    }

    private synchronized Source source() {
        if (source == null) {
            Kind kind = configured();
            source = new Source(kind, kind.provider());
        }
        return source;
    }

    private static Kind configured() {
        if (System.getProperty("aws.accessKeyId") != null) {
            return Kind.SYSTEM_PROPERTIES;
        }
        if (isSet(SdkSystemSetting.AWS_ACCESS_KEY_ID)) {
            return Kind.ENVIRONMENT;
        }
        if (isSet(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)) {
            return Kind.WEB_IDENTITY;
        }
        if (isProfileMeant()) {
            return Kind.PROFILE;
        }
        boolean container = isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)
                || isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI);
        return container ? Kind.CONTAINER : Kind.INSTANCE;
    }

    /** A named profile counts even if it does not exist. A profile without credentials only has settings. */
    private static boolean isProfileMeant() {
        Optional<Profile> profile = ProfileFile.defaultProfileFile().profile(SdkSettings.profileName());
        return profile.map(found -> found.properties().keySet().stream().anyMatch(CREDENTIAL_PROPERTIES::contains))
                .orElseGet(() -> isSet(ProfileFileSystemSetting.AWS_PROFILE));
    }

    private static boolean isSet(SystemSetting setting) {
        return setting.getNonDefaultStringValue().isPresent();
    }

    @Override
    public synchronized void close() {
        if (source != null && source.provider() instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
