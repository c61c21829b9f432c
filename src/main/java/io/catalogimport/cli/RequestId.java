package io.catalogimport.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request id in the words about a call that AWS refused. The ledger keeps the words alone. */
final class RequestId {
    private static final Pattern IN_WORDS = Pattern.compile("\\(request id ([\\w.=/+-]+)\\)");

    private RequestId() {}

    static Optional<String> in(String words) {
        return Optional.of(IN_WORDS.matcher(words)).filter(Matcher::find).map(found -> found.group(1));
    }
}
