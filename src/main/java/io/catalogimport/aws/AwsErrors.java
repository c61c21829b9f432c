package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Classifies the SDK's exceptions in one place for the whole program, after the SDK's own retries. */
final class AwsErrors {
    /** The code of a call that was never made, because the SDK found no credentials for it. */
    static final String NO_CREDENTIALS = "SdkClientException";

    /** Something is wrong with the credentials themselves. They are of no use for any call. */
    private static final Set<String> CREDENTIALS_CODES = Set.of(
            "AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            NO_CREDENTIALS,
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    private static final Set<String> UNKNOWN_KEY_CODES = Set.of("InvalidClientTokenId", "UnrecognizedClientException");

    /** The credentials are good, but not for this. */
    private static final Set<String> PERMISSION_CODES =
            Set.of("AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation");

    /** The account cannot use the region, or the service in it. */
    private static final Set<String> REGION_CODES =
            Set.of("OptInRequired", "RegionDisabledException", "SubscriptionRequired", "SubscriptionRequiredException");

    private static final Set<String> IN_PROGRESS_CODES =
            Set.of("OperationInProgressException", "ResourceInUseException", "ConcurrentModificationException");

    /**
     * AWS documents that only one import may run at a time, but not how it refuses a second one. The nearest error that
     * it documents is InvalidStateException. A stack in a wrong state gets the same error, so the message has to tell
     * them apart.
     */
    private static final Pattern IN_PROGRESS_WORDS = Pattern.compile(
            "another (import|operation|request)|(import|operation|request)s? (is|are) (already |currently )?(in progress"
                    + "|running|under ?way)|already (in progress|being imported)|one (import|provisioned product|"
                    + "operation)?\\s*at a time|concurrent",
            Pattern.CASE_INSENSITIVE);

    private static final String CHECK_SETTINGS =
            ": check the network, and AWS_ENDPOINT_URL (endpoint_url of the profile),"
                    + " HTTPS_PROXY and HTTP_PROXY if they are set";

    private AwsErrors() {}

    /** Makes the call and classifies its exceptions. The message says what was called, and for which resource. */
    static <T> T classified(String operation, String resource, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw answered(operation, resource, e);
        } catch (SdkException e) {
            throw classified(e).orElseGet(() -> unanswered(operation, resource, e));
        } catch (GuardedHttp.GivenUpException e) {
            String message = "%s for %s was canceled".formatted(operation, resource);
            throw new AwsBusyException(Reason.UNAVAILABLE, message, "GivenUp", null, e);
        } catch (IllegalStateException e) {
            throw new AwsConfigurationException(
                    "The AWS SDK cannot make the call of %s: %s. Check the AWS settings."
                            .formatted(operation, e.getMessage()),
                    e);
        }
    }

    private static AwsException answered(String operation, String resource, AwsServiceException e) {
        String code = code(e);
        String said = said(e);
        String message = "%s for %s failed with %s: %s (request id %s)"
                .formatted(operation, resource, code, said, e.requestId());
        if (e.isThrottlingException() || e.statusCode() == 429) {
            return new AwsBusyException(Reason.THROTTLED, message, code, e.requestId(), e);
        }
        if (isInProgress(code, said)) {
            return new AwsBusyException(Reason.OPERATION_IN_PROGRESS, message, code, e.requestId(), e);
        }
        // The SDK has corrected its clock by now, so the next try has the right time in its signature.
        if (e.isClockSkewException() || (e.statusCode() >= 500 && e.statusCode() != 501)) {
            return new AwsBusyException(Reason.UNAVAILABLE, message, code, e.requestId(), e);
        }
        if (CREDENTIALS_CODES.contains(code)) {
            return new AwsCredentialsException(message, code, e.requestId(), e);
        }
        if (PERMISSION_CODES.contains(code)
                || REGION_CODES.contains(code)
                || e.statusCode() == 401
                || e.statusCode() == 403) {
            return new AwsDeniedException(message, code, e.requestId(), e);
        }
        return new AwsRefusedException(message, code, e.requestId(), e);
    }

    /** Whether the refusal is about the whole region and not about one request. */
    static boolean isOfRegion(AwsDeniedException refusal) {
        return REGION_CODES.contains(refusal.code());
    }

    /** Whether the region may be the reason. A region that is not enabled for an account refuses valid credentials. */
    static boolean mayBeOfRegion(AwsCredentialsException refusal) {
        return !refusal.code().equals(NO_CREDENTIALS);
    }

    /** Whether the key is unknown in this place. Another partition or region may know it. */
    static boolean isUnknownKey(AwsCredentialsException refusal) {
        return UNKNOWN_KEY_CODES.contains(refusal.code());
    }

    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "Http" + e.statusCode() : code;
    }

    private static String said(AwsServiceException e) {
        String said = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return said == null ? String.valueOf(e.getMessage()) : said;
    }

    private static boolean isInProgress(String code, String said) {
        return IN_PROGRESS_CODES.contains(code)
                || (code.equals("InvalidStateException")
                        && IN_PROGRESS_WORDS.matcher(said).find());
    }

    private static AwsException unanswered(String operation, String resource, SdkException e) {
        String code = e.getClass().getSimpleName();
        String message = "%s for %s got no answer from AWS: %s".formatted(operation, resource, why(e));
        if (e instanceof SdkClientException && isConfiguration(String.valueOf(e.getMessage()))) {
            return new AwsCredentialsException(message, code, null, e);
        }
        return new AwsBusyException(
                wasConnected(e) ? Reason.UNAVAILABLE : Reason.NOT_CONNECTED, message, code, null, e);
    }

    private static String why(SdkException e) {
        String reason = ExceptionUtils.stream(e)
                .filter(UnknownHostException.class::isInstance)
                .findFirst()
                // The SDK's own message does not name the host.
                .map(cause -> "the host cannot be found (" + cause.getMessage() + ")")
                .orElseGet(() -> String.valueOf(e.getMessage()).replaceFirst("\\.+$", ""));
        return wasConnected(e) ? reason : reason + CHECK_SETTINGS;
    }

    /** Whether the request may have reached AWS. If that is not certain, the answer is yes. */
    private static boolean wasConnected(SdkException e) {
        return ExceptionUtils.stream(e)
                .noneMatch(cause -> cause instanceof UnknownHostException
                        || cause instanceof ConnectException
                        || cause instanceof NoRouteToHostException);
    }

    /** The SDK has no exception type of its own for these. */
    private static boolean isConfiguration(String message) {
        return message.contains("Unable to load credentials") || message.contains("Unable to load region");
    }

    /** What was classified before another exception wrapped it, such as missing credentials. */
    static Optional<RuntimeException> classified(Throwable failure) {
        return ExceptionUtils.stream(failure)
                .filter(cause -> cause instanceof AwsException || cause instanceof AwsConfigurationException)
                .map(RuntimeException.class::cast)
                .findFirst();
    }
}
