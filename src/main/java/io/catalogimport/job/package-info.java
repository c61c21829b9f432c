/**
 * The Spring Batch job: its steps, readers, processors, writers and listeners, and how it is launched, restarted,
 * recovered and stopped. What a row's outcome is, is decided below.
 */
@NullMarked
package io.catalogimport.job;

import org.jspecify.annotations.NullMarked;
