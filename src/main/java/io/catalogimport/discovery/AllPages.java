package io.catalogimport.discovery;

import io.catalogimport.aws.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of AWS's that comes in pages. */
@FunctionalInterface
interface AllPages<T> {
    /** The page that the token of the one before it asks for; the first page where that is null. */
    Page<T> page(@Nullable String token);

    /** The items of all pages. */
    static <T> List<T> all(AllPages<T> pages) {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            Page<T> page = pages.page(token);
            all.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        return all;
    }
}
