/**
 * How runs stand while other processes work on them, and when they will be done: facts from the ledger and a forecast. The records
 * are what {@code status --output json} shows. Nothing is written and nothing is printed here.
 */
@NullMarked
package io.catalogimport.status;

import org.jspecify.annotations.NullMarked;
