package io.catalogimport.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.wire.RefusedCallException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedBodyTest {
    @Test
    void putsTheChunksTogether() {
        assertThat(decode("5;chunk-signature=ab\r\nhello\r\n2\r\n\r\n\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n"))
                .isEqualTo("hello\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "zz\r\nhello\r\n0\r\n", "9\r\nhello\r\n0\r\n"})
    void refusesABrokenFraming(String framed) {
        assertThatThrownBy(() -> decode(framed)).isInstanceOf(RefusedCallException.class);
    }

    private static String decode(String framed) {
        return new String(ChunkedBody.decode(framed.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
