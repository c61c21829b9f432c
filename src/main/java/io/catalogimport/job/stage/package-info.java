/**
 * The step that reads the mapping file into the ledger.
 */
@NullMarked
package io.catalogimport.job.stage;

import org.jspecify.annotations.NullMarked;
