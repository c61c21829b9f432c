package io.catalogimport.job.validate;

/**
 * How much is validated at a time.
 *
 * @param lanes how many lanes: what a lane has read in bulk stays in memory meanwhile
 * @param ofALane how many rows of each: enough for the rate of a lane, which may have been raised, when a call takes some
 *     tenths of a second
 */
public record ValidationThreads(int lanes, int ofALane) {}
