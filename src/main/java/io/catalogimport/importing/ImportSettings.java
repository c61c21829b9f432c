package io.catalogimport.importing;

import java.time.Duration;

/**
 * How imports are waited for.
 *
 * @param timeout how long one import is followed, from its submission or from when it is taken up again
 * @param outage how long AWS may be unreachable for a submission before the run gives up
 */
public record ImportSettings(Completion completion, Duration timeout, Duration outage) {}
