package io.catalogimport.importing;

import io.catalogimport.aws.Pause;
import java.time.Clock;

/**
 * How the program waits for AWS, and how long.
 *
 * @param schedule when to look at an import
 */
public record Waiting(PollSchedule schedule, ImportSettings settings, Clock clock, Pause pause) {}
