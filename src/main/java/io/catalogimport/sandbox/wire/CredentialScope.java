package io.catalogimport.sandbox.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a Signature Version 4 that says whose key signed, for which region and service. */
record CredentialScope(String accessKeyId, String region, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("([A-Za-z0-9_-]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request");
    private static final String ALGORITHM = "AWS4-HMAC-SHA256 ";

    /** Whether the request carries a signature at all, in a header or in its query. */
    static boolean isIn(Request request) {
        return signature(request).isPresent();
    }

    /** Reads the scope; empty where the signature is missing or is none of AWS's. */
    static Optional<CredentialScope> of(Request request) {
        return signature(request)
                .map(CREDENTIAL::matcher)
                .filter(Matcher::matches)
                .map(credential -> new CredentialScope(credential.group(1), credential.group(3), credential.group(4)));
    }

    private static Optional<String> signature(Request request) {
        return request.header("Authorization")
                .map(CredentialScope::credential)
                .or(() -> request.queryParameter("X-Amz-Credential"));
    }

    private static String credential(String authorization) {
        boolean isWhole = authorization.startsWith(ALGORITHM)
                && !value("SignedHeaders=", authorization).isEmpty()
                && !value("Signature=", authorization).isEmpty();
        return isWhole ? value("Credential=", authorization) : "";
    }

    /** What follows the name, up to a comma or a space; empty where there is nothing. */
    private static String value(String name, String authorization) {
        int found = authorization.indexOf(name);
        int begin = found + name.length();
        int end = begin;
        while (found >= 0 && end < authorization.length() && !isEnd(authorization.charAt(end))) {
            end++;
        }
        return found < 0 ? "" : authorization.substring(begin, end);
    }

    private static boolean isEnd(char character) {
        return character == ',' || character == ' ';
    }
}
