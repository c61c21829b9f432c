package io.catalogimport.importing;

import io.catalogimport.aws.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How imports are waited for.
 *
 * @param timeout how long one import is followed, from its submission or from when it is taken up again
 * @param unchangedAfter how long the stack may rest in one status when all else is done
 * @param patience how long a submission is repeated before the run gives up
 * @param endBy when no import may be asked for any more
 */
public record ImportSettings(
        Completion completion,
        Duration timeout,
        Duration unchangedAfter,
        Patience patience,
        Supplier<Optional<Instant>> endBy) {}
