package io.catalogimport.aws;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.endpoint.DualstackEnabledProvider;
import software.amazon.awssdk.awscore.endpoint.FipsEnabledProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.internal.SystemSettingUtils;

/**
 * The SDK's own settings, read once at the start. A value that the SDK cannot use is reported then and by name.
 * Otherwise the SDK notices it only in a call, and it looks like an outage of AWS.
 */
final class SdkSettings {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]+");

    /** The properties of a profile for which the SDK takes an empty value for a value. */
    private static final Pattern USED = Pattern.compile(
            "(.*\\.)?endpoint_url|use_(fips|dualstack)_endpoint|defaults_mode|"
                    + "retry_mode|max_attempts|services|role_arn|source_profile|credential_source|credential_process|"
                    + "login_session|web_identity_token_file|sso_.*|aws_(access_key_id|secret_access_key|session_token)|ca_bundle");

    private static final int LAST_PORT = 65_535;

    private final ProfileFile profiles;

    private SdkSettings(ProfileFile profiles) {
        this.profiles = profiles;
    }

    /**
     * Reads the settings.
     *
     * @throws AwsConfigurationException if the SDK cannot use one of them
     */
    static SdkSettings checked() {
        SdkSettings settings = new SdkSettings(readProfiles());
        settings.requireNoEmptyProperty();
        requireUsableRegion();
        requireUsableEndpoints();
        usable("AWS_DEFAULTS_MODE", () -> SdkSystemSetting.AWS_DEFAULTS_MODE
                .getStringValue()
                .map(mode -> DefaultsMode.fromValue(mode.toLowerCase(Locale.ROOT))));
        usable("AWS_EC2_METADATA_DISABLED", SdkSystemSetting.AWS_EC2_METADATA_DISABLED::getBooleanValue);
        return settings;
    }

    /** A setting of the profile in use. */
    Optional<String> ofProfile(String property) {
        return profile().flatMap(profile -> profile.property(property));
    }

    static String profileName() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    }

    /** Standard unless set, and not legacy. Also makes the SDK read the number of attempts. */
    RetryMode retryMode() {
        RetryMode mode = usable(
                "AWS_RETRY_MODE (retry_mode of the profile)",
                () -> RetryMode.resolver().defaultRetryMode(RetryMode.STANDARD).resolve());
        usable("AWS_MAX_ATTEMPTS (max_attempts of the profile)", () -> AwsRetryStrategy.forRetryMode(mode));
        return mode;
    }

    /** Creates an object of the SDK that reads settings when it is created. */
    static <T> T usable(String setting, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException | IllegalStateException | SdkException e) {
            throw new AwsConfigurationException(
                    "%s has a value that the AWS SDK cannot use: %s.".formatted(setting, clause(e)), e);
        }
    }

    /** Many messages of the SDK already end with a full stop. */
    private static String clause(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceFirst("\\.+$", "");
    }

    private static ProfileFile readProfiles() {
        for (Path file :
                List.of(ProfileFileLocation.configurationFilePath(), ProfileFileLocation.credentialsFilePath())) {
            if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isReadable(file))) {
                throw new AwsConfigurationException(
                        "The AWS settings file %s cannot be read. Check AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE and the file's permissions."
                                .formatted(file),
                        null);
            }
        }
        try {
            return ProfileFile.defaultProfileFile();
        } catch (RuntimeException e) {
            throw new AwsConfigurationException(
                    "The AWS settings in %s or %s cannot be read: %s."
                            .formatted(
                                    ProfileFileLocation.configurationFilePath(),
                                    ProfileFileLocation.credentialsFilePath(),
                                    clause(e)),
                    e);
        }
    }

    private Optional<Profile> profile() {
        return profiles.profile(profileName());
    }

    /** Unlike a variable, an empty property cannot be hidden from the SDK, which reads the file in many places. */
    private void requireNoEmptyProperty() {
        profile().ifPresent(profile -> {
            requireNoEmptyProperty("profile", profile);
            profile.property("services")
                    .flatMap(name -> profiles.getSection("services", name))
                    .ifPresent(section -> requireNoEmptyProperty("services section", section));
            profile.property("sso_session")
                    .flatMap(name -> profiles.getSection("sso-session", name))
                    .ifPresent(section -> requireNoEmptyProperty("sso-session section", section));
        });
    }

    private static void requireNoEmptyProperty(String kind, Profile section) {
        section.properties().forEach((name, value) -> {
            if (value.isBlank() && USED.matcher(name).matches()) {
                throw new AwsConfigurationException(
                        "%s of the %s '%s' in %s is empty. Give it a value or remove the line."
                                .formatted(name, kind, section.name(), ProfileFileLocation.configurationFilePath()),
                        null);
            }
        });
    }

    private static void requireUsableRegion() {
        SdkSystemSetting.AWS_REGION
                .getStringValue()
                .filter(region -> !REGION.matcher(region).matches())
                .ifPresent(region -> {
                    throw new AwsConfigurationException(
                            "AWS_REGION is '%s', which is not a region such as eu-central-1.".formatted(region), null);
                });
    }

    private static void requireUsableEndpoints() {
        boolean fips = usable(
                "AWS_USE_FIPS_ENDPOINT (use_fips_endpoint of the profile)",
                () -> FipsEnabledProvider.builder().build().isFipsEnabled().orElse(false));
        boolean dualstack = usable(
                "AWS_USE_DUALSTACK_ENDPOINT (use_dualstack_endpoint of the profile)",
                () -> DualstackEnabledProvider.builder()
                        .build()
                        .isDualstackEnabled()
                        .orElse(false));
        for (Endpoint service : Endpoint.values()) {
            Optional<URI> address = usable(service.setting(), service::address);
            address.ifPresent(uri -> requireUsable(service.setting(), uri));
            if (address.isPresent() && (fips || dualstack)) {
                throw new AwsConfigurationException(
                        "%s and %s exclude each other. Unset one of them."
                                .formatted(
                                        fips ? "AWS_USE_FIPS_ENDPOINT" : "AWS_USE_DUALSTACK_ENDPOINT",
                                        service.setting()),
                        null);
            }
        }
    }

    private static void requireUsable(String setting, URI endpoint) {
        String scheme = String.valueOf(endpoint.getScheme());
        boolean isHttp = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (endpoint.getHost() == null || !isHttp || endpoint.getPort() > LAST_PORT) {
            throw new AwsConfigurationException(
                    "%s is '%s', which is not an address such as https://host:8443. Correct it or unset it."
                            .formatted(setting, endpoint),
                    null);
        }
    }

    /** The services whose endpoints may be set, and the names of these settings. */
    private enum Endpoint {
        CLOUDFORMATION("CloudFormation"),
        SERVICE_CATALOG("ServiceCatalog"),
        S3("S3"),
        STS("Sts");

        private final String variable = "AWS_ENDPOINT_URL_" + name();
        private final String property;

        Endpoint(String word) {
            this.property = "aws.endpointUrl" + word;
        }

        /** Empty if none is set, so that the region decides. */
        Optional<URI> address() {
            AwsClientEndpointProvider provider = AwsClientEndpointProvider.builder()
                    .serviceEndpointOverrideEnvironmentVariable(variable)
                    .serviceEndpointOverrideSystemProperty(property)
                    .serviceProfileProperty(name().toLowerCase(Locale.ROOT))
                    .profileFile(ProfileFile::defaultProfileFile)
                    .profileName(profileName())
                    // These are only for the service's own endpoint, which does not matter here.
                    .serviceEndpointPrefix("sts")
                    .defaultProtocol("https")
                    .region(Region.US_EAST_1)
                    .build();
            return provider.isEndpointOverridden() ? Optional.of(provider.clientEndpoint()) : Optional.empty();
        }

        String setting() {
            return SystemSettingUtils.resolveEnvironmentVariable(variable).isPresent()
                    ? variable
                    : "AWS_ENDPOINT_URL (endpoint_url of the profile)";
        }
    }
}
