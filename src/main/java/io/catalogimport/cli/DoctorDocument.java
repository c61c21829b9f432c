package io.catalogimport.cli;

import io.catalogimport.launch.ExamFinding;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What doctor says, for scripts. Within a version, members are only ever added.
 *
 * @param version of this form
 * @param at when it was so
 */
record DoctorDocument(int version, Instant at, int exitCode, List<CheckFacts> checks) {
    static final int VERSION = 1;

    private static final JsonMapper FOR_PEOPLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One line.
     *
     * @param said what was found, with what to do if it is not good
     */
    record CheckFacts(String check, ExamFinding.Level level, String said) {}

    String text() {
        return FOR_PEOPLE.writeValueAsString(this);
    }
}
