package io.catalogimport.ledger;

/**
 * Rows of a lane that have the same reason code.
 *
 * @param lane account and region, such as {@code 111122223333/eu-central-1}
 */
public record Refusal(String code, String lane, long rows) {}
