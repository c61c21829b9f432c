package io.catalogimport.cli;

import java.time.Clock;

/**
 * How the program shows what it does while it runs, always on stderr: to a person as one line that changes, otherwise as
 * log lines. Must be chosen before anything is logged, for the logging configuration reads the properties set here.
 */
enum Console {
    /** Someone watches; only warnings are logged beside the progress line. */
    INTERACTIVE {
        @Override
        ProgressView progress(Clock clock, boolean shared) {
            return new ProgressLine(System.err, clock, shared);
        }
    },
    /** Nobody watches, or everything is wanted. */
    LOG {
        @Override
        ProgressView progress(Clock clock, boolean shared) {
            return new ProgressLog(clock, shared);
        }
    };

    /** A stack trace has lines of its own, and otherwise nothing that a terminal obeys. */
    static final String STACK_TRACE = "%replace(%ex){'[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\r\n\t]]+', ' '}%nopex";

    /** @param shared whether other processes work on the run too, so that this one sees only its own part */
    abstract ProgressView progress(Clock clock, boolean shared);

    static Console of(boolean debug) {
        if (debug) {
            System.setProperty("catalog-import.log.level", "DEBUG");
            System.setProperty("catalog-import.log.libraries", "INFO");
            System.setProperty("catalog-import.log.exception", STACK_TRACE);
            return LOG;
        }
        if (Terminal.isStderr()) {
            System.setProperty("catalog-import.log.level", "WARN");
            System.setProperty("catalog-import.log.line-start", "\r\u001b[K");
            return INTERACTIVE;
        }
        return LOG;
    }
}
