package io.catalogimport.aws;

/** The statuses of a record. Source: API reference of RecordDetail. */
public enum RecordStatus {
    CREATED,
    IN_PROGRESS,
    /** Something went wrong and AWS is repairing it. Not final. */
    IN_PROGRESS_IN_ERROR,
    SUCCEEDED,
    FAILED;

    /** The status that AWS spells like this. */
    public static AwsStatus<RecordStatus> of(String text) {
        return AwsStatus.of(RecordStatus.class, text);
    }
}
