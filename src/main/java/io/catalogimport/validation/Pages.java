package io.catalogimport.validation;

import io.catalogimport.aws.Page;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list that AWS returns in pages. */
@FunctionalInterface
interface Pages<T> {

    /** The page for the token of the previous page; the first page if the token is null. */
    Page<T> page(@Nullable String token);

    /** Reads pages until the reader needs no more, or there are no more. */
    default void turn(Predicate<Page<T>> reader) {
        String token = null;
        boolean goOn = true;
        while (goOn) {
            Page<T> page = page(token);
            token = page.nextToken();
            goOn = reader.test(page) && token != null;
        }
    }
}
