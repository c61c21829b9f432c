package io.catalogimport.aws;

import java.time.Duration;

/**
 * A call to AWS that has ended, with all its retries by the SDK.
 *
 * @param service in AWS's words, such as {@code Service Catalog}
 * @param operation such as {@code DescribeRecord}
 * @param succeeded false if AWS refused it or gave no answer
 * @param retries how often the SDK repeated it
 * @param throttled how many of its attempts AWS throttled
 */
public record AwsCall(String service, String operation, boolean succeeded, int retries, int throttled, Duration took) {}
