/**
 * The last step, which decides how the run ended and has the results written.
 */
@NullMarked
package io.catalogimport.job.report;

import org.jspecify.annotations.NullMarked;
