package io.catalogimport.aws;

/** Is told of each call to AWS when it has ended, by many threads at a time. */
@FunctionalInterface
public interface AwsCallListener {
    /** A call has ended. */
    void ended(AwsCall call);
}
