package io.catalogimport.aws;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** AWS refuses this request. Other requests are not affected. */
public final class AwsRefusedException extends AwsException {
    /** AWS knows every operation used here. A stand-in for AWS may not, and then answers with one of these codes. */
    private static final Set<String> UNKNOWN_OPERATION =
            Set.of("UnknownOperationException", "InvalidAction", "NotImplemented", "Http404", "Http501");

    /** Users report these words. AWS does not document them. */
    private static final Pattern ACCESS_NOT_SEEN_YET = Pattern.compile(
            "no launch paths? found|profile\\b.*\\bdoes not exist", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public AwsRefusedException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }

    /** Whether the server does not have the operation at all. Then its answer says nothing about the resource. */
    public boolean isUnknownOperation() {
        return UNKNOWN_OPERATION.contains(code());
    }

    /**
     * Whether the refusal may pass by itself, because not every server knows yet about access that was granted a moment
     * ago.
     */
    public boolean mayBeOfFreshAccess() {
        return ACCESS_NOT_SEEN_YET.matcher(String.valueOf(getMessage())).find();
    }
}
