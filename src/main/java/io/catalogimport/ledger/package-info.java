/**
 * The ledger: one row per mapping of a run and its state, in PostgreSQL. All SQL of the project is here, and
 * nothing else decides what is restarted.
 */
@NullMarked
package io.catalogimport.ledger;

import org.jspecify.annotations.NullMarked;
