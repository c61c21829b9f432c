/**
 * Compares the rows that the ledger has as imported with what AWS has now. Changes nothing, and knows neither Spring nor
 * the SDK.
 */
@NullMarked
package io.catalogimport.verification;

import org.jspecify.annotations.NullMarked;
