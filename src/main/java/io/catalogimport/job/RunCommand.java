package io.catalogimport.job;

/** How far a run goes. */
public enum RunCommand {
    /** Validates and reports; changes nothing in AWS. */
    PLAN,
    /** Validates, imports and reports. */
    IMPORT,
    /** Writes down an operator's word about one row, and reports. */
    RESOLVE
}
