/**
 * Counts and times what a run does, in Micrometer's meters, and writes the metrics file. Who gets the meters besides is a matter
 * of Spring Boot's settings. None of it is loaded when nobody wants metrics.
 */
@NullMarked
package io.catalogimport.metrics;

import org.jspecify.annotations.NullMarked;
