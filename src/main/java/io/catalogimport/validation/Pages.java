package io.catalogimport.validation;

import io.catalogimport.aws.Page;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list of AWS's that comes in pages. */
@FunctionalInterface
interface Pages<T> {

    /** The page that the token of the one before it asks for; the first page where that is null. */
    Page<T> page(@Nullable String token);

    /** Turns the pages over until the reader wants no more of them, or there are no more. */
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
