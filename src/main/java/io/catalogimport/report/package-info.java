/**
 * What a run leaves for people and scripts: results.csv, remaining.csv and summary.json. It only reads the ledger.
 */
@NullMarked
package io.catalogimport.report;

import org.jspecify.annotations.NullMarked;
