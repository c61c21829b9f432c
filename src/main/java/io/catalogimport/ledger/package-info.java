/**
 * The ledger: one row per mapping of a run and its state, in PostgreSQL. All SQL about runs and their rows is here. Only the
 * ledger decides what a restart works on. The database itself belongs to {@link io.catalogimport.database}.
 *
 * <p>By role:
 *
 * <ul>
 *   <li>The moves. {@link io.catalogimport.ledger.Ledger} moves single mappings and writes verdicts. Three classes change a
 *       whole file at once: {@link io.catalogimport.ledger.Staging}, {@link io.catalogimport.ledger.RepeatedMappings} and
 *       {@link io.catalogimport.ledger.LookingOver}. Each change of a state names the states that it expects.
 *   <li>The work queue. {@link io.catalogimport.ledger.LaneQueue} finds lanes with work,
 *       {@link io.catalogimport.ledger.WorkQueue} finds the mappings in them.
 *   <li>The figures. {@link io.catalogimport.ledger.Figures} has what reports say about a run,
 *       {@link io.catalogimport.ledger.ImportHistory} what is known of a stack over all runs.
 *   <li>Other processes. {@link io.catalogimport.ledger.ProcessLocks}, {@link io.catalogimport.ledger.Workers},
 *       {@link io.catalogimport.ledger.Starts} and {@link io.catalogimport.ledger.BegunImports}.
 * </ul>
 */
@NullMarked
package io.catalogimport.ledger;

import org.jspecify.annotations.NullMarked;
