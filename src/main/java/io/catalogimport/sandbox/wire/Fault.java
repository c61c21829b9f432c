package io.catalogimport.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call.
 *
 * @param name how the call log calls it
 */
public record Fault(String name, Effect effect) {

    /** What the client notices of it. */
    public sealed interface Effect {}

    /**
     * The call is answered with an error, and nothing is done.
     *
     * @param date what the answer says the time is, where it is another than the sandbox's
     */
    public record Refuse(
            RefusedCallException refusal, @Nullable Instant date) implements Effect {}

    /** The operation is carried out later than it was asked for, even if the client has given up by then. */
    public record Delay(Duration time) implements Effect {}

    /** There is no answer. */
    public record LoseAnswer(Ending ending) implements Effect {}
}
