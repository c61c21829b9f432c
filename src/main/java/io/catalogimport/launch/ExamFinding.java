package io.catalogimport.launch;

import org.jspecify.annotations.Nullable;

/**
 * What doctor found out about one thing.
 *
 * @param check what was looked at
 * @param said what was found, with what to do if it is not good
 * @param problem what failed, if that says more than the words; otherwise null
 */
public record ExamFinding(
        String check, Level level, String said, @Nullable RuntimeException problem) {

    /** How good it is. The names are shown and are stable. */
    public enum Level {
        OK,
        WARNING,
        FAILED
    }

    static ExamFinding ok(String check, String said) {
        return new ExamFinding(check, Level.OK, said, null);
    }

    static ExamFinding warning(String check, String said) {
        return new ExamFinding(check, Level.WARNING, said, null);
    }

    static ExamFinding failed(String check, RuntimeException problem) {
        return new ExamFinding(check, Level.FAILED, String.valueOf(problem.getMessage()), problem);
    }
}
