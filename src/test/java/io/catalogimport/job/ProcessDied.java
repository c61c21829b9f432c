package io.catalogimport.job;

/** Unwinds what a killed process would simply not do any more. An error, so that nobody takes it for a failure to handle. */
final class ProcessDied extends Error {
    ProcessDied(String where) {
        super("The process died " + where);
    }
}
