package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** What is said where the caller has no credentials, and that each source of the SDK's chain is there. */
class OwnCredentialsTest {
    private static final String CONFIG = """
            [profile sso]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile old-sso]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile half-sso]
            sso_session = corp
            [profile role-by-sso]
            role_arn = arn:aws:iam::111122223333:role/X
            source_profile = sso
            [profile console]
            login_session = arn:aws:iam::111122223333:user/example
            [profile process]
            credential_process = sh -c "echo TOP-SECRET >&2; exit 3"
            [profile chatty-process]
            credential_process = echo TOP-SECRET
            [profile web-identity]
            role_arn = arn:aws:iam::111122223333:role/X
            web_identity_token_file = /nowhere/token
            [profile no-source]
            role_arn = arn:aws:iam::111122223333:role/X
            source_profile = nobody
            [profile container]
            role_arn = arn:aws:iam::111122223333:role/X
            credential_source = EcsContainer
            [profile instance]
            role_arn = arn:aws:iam::111122223333:role/X
            credential_source = Ec2InstanceMetadata
            [profile environment]
            role_arn = arn:aws:iam::111122223333:role/X
            credential_source = Environment
            [profile half-keys]
            aws_access_key_id = TOP-SECRET
            [profile settings-only]
            region = eu-central-1
            [profile good]
            aws_access_key_id = AKIAGOOD
            aws_secret_access_key = TOP-SECRET
            [sso-session corp]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-central-1
            """;

    private static final List<String> VARIABLES = List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

    private final SdkProperties properties = new SdkProperties();

    private final Path directory;

    OwnCredentialsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void config() throws IOException {
        VARIABLES.forEach(name -> SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(name, null));
        properties
                .set(
                        "aws.configFile",
                        Files.writeString(directory.resolve("config"), CONFIG).toString())
                .set("aws.sharedCredentialsFile", directory.resolve("none").toString())
                .set("aws.disableEc2Metadata", "true")
                .set("user.home", directory.toString());
    }

    @AfterEach
    void reset() {
        properties.close();
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sso | the IAM Identity Center login of profile 'sso' is missing or has expired. Run 'aws sso login --profile sso'.
            old-sso | the IAM Identity Center login of profile 'old-sso' is missing or has expired. Run 'aws sso login --profile old-sso'.
            role-by-sso | the IAM Identity Center login of profile 'sso' is missing or has expired. Run 'aws sso login --profile sso'.
            half-sso | profile 'half-sso' cannot be used (Profile property 'sso_account_id' was not configured for 'half-sso').
            console | the login of profile 'console' is missing or has expired. Run 'aws login --profile console'.
            process | the credential_process of profile 'process' failed (exit code 3).
            chatty-process | the credential_process of profile 'chatty-process' failed (no usable answer).
            web-identity | profile 'web-identity' cannot be used (the file /nowhere/token cannot be read).
            no-source | profile 'no-source' cannot be used (The source profile of 'no-source' was configured to be 'nobody',
            container | profile 'container' cannot be used (Cannot fetch credentials from container
            instance | profile 'instance' cannot be used (IMDS credentials have been disabled
            environment | profile 'environment' cannot be used (its source has no credentials).
            half-keys | profile 'half-keys' cannot be used (Profile property 'aws_secret_access_key' was not configured
            settings-only | no profile 'settings-only' with credentials and no role of this machine. Set AWS_PROFILE, or sign in.
            nope | there is no profile 'nope' in
            """)
    void saysInOneSentenceWhatAProfileLacks(String profile, String words) {
        properties.set("aws.profile", profile);

        Throwable trouble = catchThrowable(() -> resolve());

        assertThat(trouble).isInstanceOfSatisfying(AwsCredentialsException.class, refusal -> assertThat(
                        refusal.isWithoutCredentials())
                .isTrue());
        assertThat(trouble.getMessage())
                .startsWith("No AWS credentials")
                .contains(words)
                .doesNotContain("class path", "TOP-SECRET", "ProfileFile(", "\n")
                .hasSizeLessThan(400);
    }

    @Test
    void takesTheCredentialsOfAProfile() {
        properties.set("aws.profile", "good");

        try (OwnCredentials own = new OwnCredentials()) {
            assertThat(own.resolveCredentials().accessKeyId()).isEqualTo("AKIAGOOD");
        }
    }

    @Test
    void saysThatThereAreNoneAtAll() {
        properties.set("aws.configFile", directory.resolve("none").toString());

        assertThatThrownBy(() -> resolve())
                .hasMessage(
                        "No AWS credentials found: no AWS_ACCESS_KEY_ID, no profile 'default' with credentials and no"
                                + " role of this machine. Set AWS_PROFILE, or sign in.");
    }

    @Test
    void saysThatHalfOfAKeyIsMissing() {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_ACCESS_KEY_ID", "AKIA");

        assertThatThrownBy(() -> resolve())
                .hasMessageContaining("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not");
    }

    /** A source that the SDK adds must not be left out here. */
    @Test
    void looksWhereTheSdkLooks() {
        properties.set("aws.configFile", directory.resolve("none").toString());
        List<String> ours = Stream.of(OwnCredentials.Kind.values())
                .map(kind -> kind.provider().getClass().getSimpleName().replace("TokenFile", "Token"))
                .toList();

        Throwable sdk = catchThrowable(() -> {
            try (DefaultCredentialsProvider provider =
                    DefaultCredentialsProvider.builder().build()) {
                provider.resolveCredentials();
            }
        });

        String chain = String.valueOf(sdk.getMessage()).replaceFirst(" : .*", "");
        assertThat(Arrays.stream(chain.split("[\\[,]"))
                        .map(part -> part.strip().replaceFirst("\\(.*", ""))
                        .filter(part -> Pattern.matches("\\w+Provider", part)))
                .containsExactlyElementsOf(ours);
    }

    private static void resolve() {
        try (OwnCredentials own = new OwnCredentials()) {
            own.resolveCredentials();
        }
    }
}
