package io.catalogimport.importing;

/** What must be seen before an import counts as done. */
public enum Completion {
    /** The record SUCCEEDED, the provisioned product AVAILABLE and the stack IMPORT_COMPLETE, as AWS's page says. */
    STACK,
    /** The record SUCCEEDED and the provisioned product AVAILABLE; the stack's status does not count. */
    RECORD
}
