package io.catalogimport.chaos;

/**
 * Who shares the run.
 *
 * @param workers how many there are at a time
 * @param lanes how many there are in the file
 * @param lanesOfWorker how many a worker works on at a time
 * @param brief whether nothing happens that leaves a request in doubt, which takes a minute to settle
 */
record CrewSettings(int workers, int lanes, int lanesOfWorker, boolean brief) {}
