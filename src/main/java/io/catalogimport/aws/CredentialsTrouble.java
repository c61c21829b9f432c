package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * Says in one sentence why there are no credentials, and what to do. The SDK's own message lists every profile of the
 * caller's files, so only the debug log has it.
 */
final class CredentialsTrouble {
    private static final int LONGEST_WORDS = 200;
    private static final Pattern LISTING = Pattern.compile("ProfileFile\\(|ProviderChain\\(");
    private static final Pattern EXIT_VALUE = Pattern.compile("non-zero exit value \\((\\d+)\\)");

    private CredentialsTrouble() {}

    /** Explains why this source of credentials failed. */
    static RuntimeException of(OwnCredentials.Kind kind, RuntimeException e) {
        Optional<RuntimeException> classified = AwsErrors.classified(e);
        if (classified.isPresent()) {
            return classified.get();
        }
        if (kind != OwnCredentials.Kind.INSTANCE && isOfTheNetwork(e)) {
            return new AwsBusyException(
                    Reason.UNAVAILABLE,
                    "AWS cannot be reached to sign in: " + brief(innermost(e)),
                    "SdkClientException",
                    null,
                    e);
        }
        return new AwsCredentialsException(sentence(kind, e), AwsErrors.NO_CREDENTIALS, null, e);
    }

    private static String sentence(OwnCredentials.Kind kind, RuntimeException e) {
        return switch (kind) {
            case SYSTEM_PROPERTIES ->
                "No AWS credentials: -Daws.accessKeyId is set, but -Daws.secretAccessKey is not. Set both.";
            case ENVIRONMENT ->
                "No AWS credentials: AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not. Set both.";
            case WEB_IDENTITY ->
                "No AWS credentials: the token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be used (%s). Check that file and AWS_ROLE_ARN."
                        .formatted(reason(e));
            case PROFILE -> profile(e);
            case CONTAINER ->
                "No AWS credentials: the container's role cannot be used (%s). Check AWS_CONTAINER_CREDENTIALS_FULL_URI or _RELATIVE_URI."
                        .formatted(reason(e));
            case INSTANCE ->
                "No AWS credentials found: no AWS_ACCESS_KEY_ID, no profile '%s' with credentials and no role of this machine. Set AWS_PROFILE, or sign in."
                        .formatted(SdkSettings.profileName());
        };
    }

    private static String profile(RuntimeException e) {
        String name = SdkSettings.profileName();
        ProfileFile files = ProfileFile.defaultProfileFile();
        Optional<Profile> profile = files.profile(name);
        if (profile.isEmpty()) {
            return "No AWS credentials: there is no profile '%s' in %s or %s. Check AWS_PROFILE."
                    .formatted(
                            name,
                            ProfileFileLocation.configurationFilePath(),
                            ProfileFileLocation.credentialsFilePath());
        }
        return profile(source(files, profile.get()), e);
    }

    /** Explains what failed: the login, the process or the role that the profile gets its credentials from. */
    private static String profile(Profile profile, RuntimeException e) {
        String name = profile.name();
        boolean sso = profile.properties().keySet().stream().anyMatch(property -> property.startsWith("sso_"));
        if (sso && !isRefused(e) && !isIncomplete(e)) {
            return "No AWS credentials: the IAM Identity Center login of profile '%s' is missing or has expired. Run 'aws sso login --profile %s'."
                    .formatted(name, name);
        }
        if (profile.properties().containsKey("login_session") && !isIncomplete(e)) {
            return "No AWS credentials: the login of profile '%s' is missing or has expired. Run 'aws login --profile %s'."
                    .formatted(name, name);
        }
        if (profile.properties().containsKey("credential_process") && !isAnswered(e)) {
            Matcher exit = EXIT_VALUE.matcher(
                    ExceptionUtils.stream(e).map(Throwable::getMessage).toList().toString());
            return "No AWS credentials: the credential_process of profile '%s' failed (%s). Run its command by hand to see why."
                    .formatted(name, exit.find() ? "exit code " + exit.group(1) : "no usable answer");
        }
        return "No AWS credentials: profile '%s' cannot be used (%s). Check it in %s."
                .formatted(name, reason(e), ProfileFileLocation.configurationFilePath());
    }

    /** The profile at the end of the chain of source_profile. */
    private static Profile source(ProfileFile files, Profile profile) {
        Set<String> seen = new HashSet<>(List.of(profile.name()));
        Profile source = profile;
        while (true) {
            Optional<Profile> next = source.property("source_profile")
                    .filter(seen::add)
                    .flatMap((Function<String, Optional<Profile>>) files::profile);
            if (next.isEmpty()) {
                return source;
            }
            source = next.get();
        }
    }

    /** Whether the SDK found a property missing, which it checks before it uses any. */
    private static boolean isIncomplete(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof IllegalStateException;
    }

    private static boolean isAnswered(RuntimeException e) {
        return ExceptionUtils.stream(e).anyMatch(AwsServiceException.class::isInstance);
    }

    /** Any answer but 401. A login that has expired gets a 401. */
    private static boolean isRefused(RuntimeException e) {
        return ExceptionUtils.stream(e)
                .filter(AwsServiceException.class::isInstance)
                .map(AwsServiceException.class::cast)
                .anyMatch(answer -> answer.statusCode() != 401);
    }

    private static boolean isOfTheNetwork(RuntimeException e) {
        return ExceptionUtils.stream(e)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof UnknownHostException);
    }

    private static String reason(RuntimeException e) {
        Throwable last = innermost(e);
        return last instanceof AwsServiceException answer
                ? "AWS answered %s: %s"
                        .formatted(
                                answer.awsErrorDetails() == null
                                        ? "HTTP " + answer.statusCode()
                                        : answer.awsErrorDetails().errorCode(),
                                brief(answer))
                : brief(last instanceof IOException ? last : e);
    }

    /** The SDK's message, unless it lists the profiles or is very long. */
    private static String brief(Throwable e) {
        String words = String.valueOf(e.getMessage()).strip();
        if (e instanceof FileSystemException file) {
            return "the file " + file.getFile() + " cannot be read";
        }
        if (LISTING.matcher(words).find()) {
            return "its source has no credentials";
        }
        String line = words.lines().findFirst().orElse(words).replaceFirst("\\.+$", "");
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
    }

    private static Throwable innermost(Throwable e) {
        return Objects.requireNonNullElse(ExceptionUtils.getRootCause(e), e);
    }
}
