package io.catalogimport.aws;

import java.util.Set;

/** Groups of CloudFormation's stack statuses. */
public final class StackStatuses {
    /** A stack can be imported from these. Source: API reference of ImportAsProvisionedProduct. */
    public static final Set<String> IMPORTABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");

    private StackStatuses() {}
}
