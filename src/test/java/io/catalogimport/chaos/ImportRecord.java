package io.catalogimport.chaos;

import java.time.Instant;

/**
 * What became of an import that AWS took.
 *
 * @param end far in the future where there is none yet
 */
record ImportRecord(String id, boolean succeeded, Instant begin, Instant end) {}
