package io.catalogimport.chaos;

import java.time.Duration;

/**
 * How much chaos there is to be.
 *
 * @param seed decides everything that is left to chance
 * @param kills how many processes are to be killed at least before the rest may finish in peace
 * @param longestLife of a process until then
 * @param patience with a process that may finish in peace
 */
record ChaosSettings(long seed, int stacks, int kills, Duration longestLife, Duration patience) {
    ChaosSettings withKills(int other) {
        return new ChaosSettings(seed, stacks, other, longestLife, patience);
    }
}
