/**
 * Lanes as the partitions of a step: which lanes have work, which of them this process may claim, and the threads that work
 * on them. What is done in a lane is the steps&#39; own.
 */
@NullMarked
package io.catalogimport.job.lanes;

import org.jspecify.annotations.NullMarked;
