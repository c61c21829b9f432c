package io.catalogimport.job;

import org.springframework.batch.core.step.Step;

/** The steps of the job, by the names of their beans. */
record JobSteps(Step stageMappings, Step followInFlight, Step validateMappings, Step importStacks, Step report) {}
