package io.catalogimport.sandbox.world;

import java.util.Arrays;
import java.util.List;

/** CloudFormation's stack statuses. */
public enum SandboxStackStatus {
    CREATE_IN_PROGRESS,
    CREATE_FAILED,
    CREATE_COMPLETE,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_FAILED,
    ROLLBACK_COMPLETE,
    DELETE_IN_PROGRESS,
    DELETE_FAILED,
    DELETE_COMPLETE,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_FAILED,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_FAILED,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    REVIEW_IN_PROGRESS,
    IMPORT_IN_PROGRESS,
    IMPORT_COMPLETE,
    IMPORT_ROLLBACK_IN_PROGRESS,
    IMPORT_ROLLBACK_FAILED,
    IMPORT_ROLLBACK_COMPLETE;

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** Whether an import of the stack goes on. */
    public boolean isBeingImported() {
        return this == IMPORT_IN_PROGRESS || this == IMPORT_ROLLBACK_IN_PROGRESS;
    }

    /** Whether ImportAsProvisionedProduct accepts a stack of this status. */
    public boolean isImportable() {
        return switch (this) {
            case CREATE_COMPLETE,
                    UPDATE_COMPLETE,
                    UPDATE_ROLLBACK_COMPLETE,
                    IMPORT_COMPLETE,
                    IMPORT_ROLLBACK_COMPLETE -> true;
            case CREATE_IN_PROGRESS,
                    CREATE_FAILED,
                    ROLLBACK_IN_PROGRESS,
                    ROLLBACK_FAILED,
                    ROLLBACK_COMPLETE,
                    DELETE_IN_PROGRESS,
                    DELETE_FAILED,
                    DELETE_COMPLETE,
                    UPDATE_IN_PROGRESS,
                    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                    UPDATE_FAILED,
                    UPDATE_ROLLBACK_IN_PROGRESS,
                    UPDATE_ROLLBACK_FAILED,
                    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
                    REVIEW_IN_PROGRESS,
                    IMPORT_IN_PROGRESS,
                    IMPORT_ROLLBACK_IN_PROGRESS,
                    IMPORT_ROLLBACK_FAILED -> false;
        };
    }
}
