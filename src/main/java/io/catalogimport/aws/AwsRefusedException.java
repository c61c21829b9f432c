package io.catalogimport.aws;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** AWS will not do what this request asks; other requests are not touched by that. */
public final class AwsRefusedException extends AwsException {
    /** AWS itself knows every operation used here; a stand-in for AWS may not, and says so in one of these ways. */
    private static final Set<String> UNKNOWN_OPERATION =
            Set.of("UnknownOperationException", "InvalidAction", "NotImplemented", "Http404", "Http501");

    /** Users report these words; AWS documents none. */
    private static final Pattern ACCESS_NOT_SEEN_YET = Pattern.compile(
            "no launch paths? found|profile\\b.*\\bdoes not exist", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public AwsRefusedException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }

    /** Whether the other side does not have the operation at all, so that its answer says nothing of the resource. */
    public boolean isUnknownOperation() {
        return UNKNOWN_OPERATION.contains(code());
    }

    /** Whether it may pass by itself, because access that was granted a moment ago is not known to every server yet. */
    public boolean mayBeOfFreshAccess() {
        return ACCESS_NOT_SEEN_YET.matcher(String.valueOf(getMessage())).find();
    }
}
