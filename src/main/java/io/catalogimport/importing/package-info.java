/**
 * Imports one stack: submits, follows the record to its end, decides the outcome. Knows neither Spring Batch nor
 * the SDK.
 */
@NullMarked
package io.catalogimport.importing;

import org.jspecify.annotations.NullMarked;
