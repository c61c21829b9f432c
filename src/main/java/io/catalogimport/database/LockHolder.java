package io.catalogimport.database;

import java.time.Instant;

/**
 * The process that works on a file or in a lane.
 *
 * @param process its number on its host
 * @param file the mapping file that it works on
 * @param since when its run began
 */
public record LockHolder(String host, long process, String file, Instant since) {}
