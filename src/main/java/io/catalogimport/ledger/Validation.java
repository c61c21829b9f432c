package io.catalogimport.ledger;

import java.time.Instant;

/**
 * When and how a mapping was validated.
 *
 * @param check what a verdict of another start must have been made with, too, to be kept
 */
public record Validation(Instant at, String check) {}
