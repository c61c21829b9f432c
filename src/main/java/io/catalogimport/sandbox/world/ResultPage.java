package io.catalogimport.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A token is an opaque offset, as AWS's are known to be.
 *
 * @param nextToken leads to the next page; absent on the last
 */
public record ResultPage<T>(List<T> items, @Nullable String nextToken) {

    /** Cuts out the page that the token leads to; throws an IllegalArgumentException for a token never given out. */
    public static <T> ResultPage<T> of(List<T> all, int size, Optional<String> token) {
        int from = token.map(ResultPage::offset).orElse(0);
        if (from > all.size()) {
            throw new IllegalArgumentException("The token points beyond the end");
        }
        int to = Math.min(from + size, all.size());
        return new ResultPage<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : null);
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().encodeToString(("offset:" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String token) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        if (!text.matches("offset:\\d{1,9}")) {
            throw new IllegalArgumentException("Not a page token");
        }
        return Integer.parseInt(text.substring("offset:".length()));
    }
}
