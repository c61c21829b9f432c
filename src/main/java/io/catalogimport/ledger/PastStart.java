package io.catalogimport.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A start of a run by one process, as Spring Batch's tables have it.
 *
 * @param endedAt null while it goes on, and after its process died unnoticed
 * @param command {@code plan} or {@code import}
 * @param end how it ended: an outcome, or Batch's own word
 * @param hasDied whether a later start found that its process had died; {@code endedAt} is the time of that then
 */
public record PastStart(Instant startedAt, @Nullable Instant endedAt, String command, String end, boolean hasDied) {}
