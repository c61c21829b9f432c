package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** What the SDK's settings must be, and that an empty one is none. */
class SdkSettingsTest {
    private final SdkProperties properties = new SdkProperties();

    private final Path directory;

    SdkSettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void reset() {
        properties.close();
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    @Test
    void hidesAnEmptyVariableFromTheSdk() {
        // Overrides come before the environment, so this is what the SDK sees of an empty variable.
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_USE_FIPS_ENDPOINT", "");
        assertThat(SdkSystemSetting.AWS_USE_FIPS_ENDPOINT.getStringValue()).contains("");

        SdkEnvironment.ignoreEmpty(
                Map.of("AWS_USE_FIPS_ENDPOINT", "", "AWS_PROFILE", " ", "AWS_RETRY_MODE", "standard"));

        assertThat(SdkSystemSetting.AWS_USE_FIPS_ENDPOINT.getStringValue()).isEmpty();
        assertThat(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow()).isEqualTo("default");
    }

    @Test
    void hidesAnEmptyPropertyFromTheSdk() {
        properties.set("aws.endpointUrl", "");

        SdkEnvironment.ignoreEmpty(Map.of());

        assertThat(System.getProperty("aws.endpointUrl")).isNull();
        assertThat(SdkSettings.checked().retryMode()).isEqualTo(RetryMode.STANDARD);
    }

    @ParameterizedTest
    @CsvSource({
        "aws.endpointUrl,127.0.0.1:4566,AWS_ENDPOINT_URL",
        "aws.endpointUrl,localhost,AWS_ENDPOINT_URL",
        "aws.endpointUrl,ftp://localhost,AWS_ENDPOINT_URL",
        "aws.endpointUrl,http://localhost:99999,AWS_ENDPOINT_URL",
        "aws.endpointUrlServiceCatalog,'http://a b',AWS_ENDPOINT_URL",
        "aws.useFipsEndpoint,maybe,AWS_USE_FIPS_ENDPOINT",
        "aws.useDualstackEndpoint,maybe,AWS_USE_DUALSTACK_ENDPOINT",
        "aws.defaultsMode,fast,AWS_DEFAULTS_MODE",
        "aws.region,eu central,AWS_REGION",
        "aws.disableEc2Metadata,maybe,AWS_EC2_METADATA_DISABLED",
        "aws.retryMode,often,AWS_RETRY_MODE",
        "aws.maxAttempts,many,AWS_MAX_ATTEMPTS",
        "aws.maxAttempts,0,AWS_MAX_ATTEMPTS"
    })
    void namesTheSettingThatCannotBeUsed(String property, String value, String variable) {
        properties.set(property, value);

        assertThatThrownBy(() -> SdkSettings.checked().retryMode())
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContaining(variable);
    }

    @Test
    void refusesFipsTogetherWithAnEndpoint() {
        properties.set("aws.endpointUrlS3", "http://127.0.0.1:1").set("aws.useFipsEndpoint", "true");

        assertThatThrownBy(SdkSettings::checked)
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContainingAll("AWS_USE_FIPS_ENDPOINT", "exclude each other");
    }

    @Test
    void refusesAnEmptyPropertyOfTheProfile() throws IOException {
        config("[default]\nregion =\nendpoint_url =\n");

        assertThatThrownBy(SdkSettings::checked)
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContaining("endpoint_url of the profile 'default'")
                .hasMessageContaining("remove the line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\n", "[profile\n", "[default]\nkey without value\n"})
    void refusesAFileOfSettingsThatCannotBeRead(String content) throws IOException {
        config(content);

        assertThatThrownBy(SdkSettings::checked)
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContaining(directory.resolve("config").toString());
    }

    private void config(String content) throws IOException {
        properties.set(
                "aws.configFile",
                Files.writeString(directory.resolve("config"), content).toString());
    }
}
