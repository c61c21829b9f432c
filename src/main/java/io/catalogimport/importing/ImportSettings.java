package io.catalogimport.importing;

import io.catalogimport.aws.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long to wait for imports, and what for.
 *
 * @param timeout how long one import is followed, counted from its submission or from the moment it is followed again
 * @param unchangedAfter how long the stack may keep one status when everything else is done
 * @param patience how long a submission is repeated before the run gives up
 * @param endBy the time after which no import may begin
 */
public record ImportSettings(
        Completion completion,
        Duration timeout,
        Duration unchangedAfter,
        Patience patience,
        Supplier<Optional<Instant>> endBy) {}
