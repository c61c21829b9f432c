package io.catalogimport.sandbox.world;

/** How far a request to Service Catalog has come. */
public enum RecordStatus {
    CREATED,
    IN_PROGRESS,
    SUCCEEDED,
    FAILED;

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }
}
