package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Each page is a call of its own, so each can be repeated alone.
 *
 * @param nextToken asks for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
    public Page {
        items = List.copyOf(items);
    }
}
