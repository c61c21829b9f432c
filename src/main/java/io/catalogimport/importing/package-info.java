/**
 * Imports one stack: submits it, follows it to its end, and decides the outcome. Knows neither Spring Batch nor the
 * SDK.
 */
@NullMarked
package io.catalogimport.importing;

import org.jspecify.annotations.NullMarked;
