package io.catalogimport.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pause of a run.
 *
 * @param to null while it goes on
 * @param by who paused the run
 */
public record PastPause(Instant from, @Nullable Instant to, String by) {}
