/**
 * What a run leaves for people and scripts: results.csv, remaining.csv, summary.json and report.html. It only reads the ledger.
 */
@NullMarked
package io.catalogimport.report;

import org.jspecify.annotations.NullMarked;
