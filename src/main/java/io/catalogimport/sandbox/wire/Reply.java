package io.catalogimport.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a request.
 *
 * @param response what to answer; where the ending is another, what is kept from the client, if there is anything
 */
public record Reply(Ending ending, @Nullable Response response) {

    public static Reply answer(Response response) {
        return new Reply(Ending.ANSWERED, response);
    }
}
