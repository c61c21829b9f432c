package io.catalogimport.ledger;

import io.catalogimport.aws.FailureKind;

/**
 * The rows of a lane that failed or were rejected in the same way.
 *
 * @param lane account and region, such as {@code 111122223333/eu-central-1}
 */
public record Refusal(FailureKind kind, String lane, long rows) {}
