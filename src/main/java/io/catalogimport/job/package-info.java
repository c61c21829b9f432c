/**
 * The Spring Batch job: here its flow alone. Each step is in a package of its own ({@code stage}, {@code validate},
 * {@code imports}, {@code report}), with its reader, processor and writer. {@code lanes} has the partitions of the steps that work
 * on lanes side by side, and {@code step} what all steps share. How a mapping is judged or imported is not decided here.
 */
@NullMarked
package io.catalogimport.job;

import org.jspecify.annotations.NullMarked;
