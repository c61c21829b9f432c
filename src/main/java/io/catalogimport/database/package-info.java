/**
 * The PostgreSQL that the program works with: the embedded server with its state directory, the checks of a database that the
 * user names, the making of the tables, and what a failure of the database means. What is in the tables belongs to
 * {@link io.catalogimport.ledger}.
 */
@NullMarked
package io.catalogimport.database;

import org.jspecify.annotations.NullMarked;
