/**
 * What all steps of the job share: when a step ends early, and what is remembered of its failure.
 */
@NullMarked
package io.catalogimport.job.step;

import org.jspecify.annotations.NullMarked;
