package io.catalogimport.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A token is an opaque offset, as AWS's are known to be.
 *
 * @param nextToken leads to the next page; absent on the last
 */
public record ResultPage<T>(List<T> items, @Nullable String nextToken) {

    /** Cuts out the page that the token leads to; throws an IllegalArgumentException for a token never given out. */
    public static <T> ResultPage<T> of(List<T> all, int size, Optional<String> token) {
        return of(all, any -> true, size, token);
    }

    /**
     * The same, of the items that are shown. The token counts the others too. So no item is left out because another one
     * is no longer shown when the next page is asked for.
     */
    public static <T> ResultPage<T> of(List<T> all, Predicate<T> shown, int size, Optional<String> token) {
        int next = token.map(ResultPage::offset).orElse(0);
        if (next > all.size()) {
            throw new IllegalArgumentException("The token points beyond the end");
        }
        List<T> items = new ArrayList<>();
        next = nextShown(all, shown, next);
        while (next < all.size() && items.size() < size) {
            items.add(all.get(next));
            next = nextShown(all, shown, next + 1);
        }
        return new ResultPage<>(List.copyOf(items), next < all.size() ? token(next) : null);
    }

    private static <T> int nextShown(List<T> all, Predicate<T> shown, int from) {
        int next = from;
        while (next < all.size() && !shown.test(all.get(next))) {
            next++;
        }
        return next;
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
