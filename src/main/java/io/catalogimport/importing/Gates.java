package io.catalogimport.importing;

/**
 * What an import has to pass before it begins.
 *
 * @param guard checked each time before AWS is asked for an import
 * @param gate checked once for each attempt
 */
public record Gates(SubmissionGuard guard, ImportGate gate) {}
