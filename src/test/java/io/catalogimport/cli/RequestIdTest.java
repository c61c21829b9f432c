package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTest {

    @Test
    void isFoundInTheWordsOfAFailure() {
        assertThat(RequestId.in("DescribeRecord for rec-1 failed with Oops: no (request id f47d8e19-2c)"))
                .contains("f47d8e19-2c");
    }

    @Test
    void isNotThereWhereAwsGaveNone() {
        assertThat(RequestId.in("No answer from AWS to DescribeRecord")).isEmpty();
    }
}
