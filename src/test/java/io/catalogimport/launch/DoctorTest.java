package io.catalogimport.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.launch.ExamFinding.Level;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static final Instant OF_AWS = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,OK", "59,OK", "-59,OK", "60,WARNING", "-299,WARNING", "300,FAILED", "-86400,FAILED"})
    void comparesTheClockWithThatOfAws(long secondsAhead, Level level) {
        assertThat(Doctor.skew(OF_AWS, OF_AWS.plusSeconds(secondsAhead)).level())
                .isEqualTo(level);
    }
}
