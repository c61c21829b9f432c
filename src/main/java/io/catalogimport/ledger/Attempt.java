package io.catalogimport.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the submissions of a mapping.
 *
 * @param number how many there were, the present one included
 * @param idempotencyToken the token of the present one; null before the first
 * @param recordId Service Catalog's record of the present one; null until it is known
 * @param provisionedProductId null until it is known
 * @param startedAt when the present one was submitted; null before
 */
public record Attempt(
        int number,
        @Nullable String idempotencyToken,
        @Nullable String recordId,
        @Nullable String provisionedProductId,
        @Nullable Instant startedAt) {

    /** The attempt that comes after this one, with nothing known of it but its token. */
    public Attempt next(String token, Instant now) {
        return new Attempt(number + 1, token, null, null, now);
    }

    /** This attempt taken back: AWS never got it, so the next one is the same again, with the same token. */
    public Attempt takenBack() {
        return new Attempt(number - 1, idempotencyToken, null, null, startedAt);
    }

    /** This attempt, as far as AWS's answer tells. */
    public Attempt answered(@Nullable String record, @Nullable String product) {
        return new Attempt(number, idempotencyToken, record, product, startedAt);
    }
}
