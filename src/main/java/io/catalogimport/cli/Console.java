package io.catalogimport.cli;

import io.catalogimport.run.HostName;
import io.catalogimport.run.LaneOptions;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the program shows what it does while it runs, always on stderr: to a person as a block that changes, otherwise as
 * log lines. Must be chosen before anything is logged, for the logging configuration reads the properties set here.
 */
enum Console {
    /** Someone watches; only warnings are logged above the progress block. */
    INTERACTIVE {
        @Override
        ProgressView progress(Clock clock, LaneOptions lanes) {
            AtomicReference<TerminalSize> size = new AtomicReference<>(TerminalSize.now());
            TerminalSignal.WINCH.leadsTo(() -> size.set(TerminalSize.now()));
            TerminalBlock terminal = new TerminalBlock(System.err, size::get, Terminal.isColoured(System.getenv()));
            // Log lines and whatever a library says appear above the block.
            System.setErr(terminal.stream());
            return new ProgressBlock(terminal, clock, lanes);
        }
    },
    /** Nobody watches, or everything is wanted. */
    LOG {
        @Override
        ProgressView progress(Clock clock, LaneOptions lanes) {
            return new ProgressLog(clock, lanes);
        }
    };

    /** A stack trace has lines of its own, and otherwise nothing that a terminal obeys. */
    static final String STACK_TRACE = "%replace(%ex){'[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\r\n\t]]+', ' '}%nopex";

    /** The view of a run that works on lanes in this way. */
    abstract ProgressView progress(Clock clock, LaneOptions lanes);

    static Console of(boolean debug, LogFormat format) {
        if (format == LogFormat.JSON) {
            System.setProperty("catalog-import.log.format", "json");
            System.setProperty("logging.structured.ecs.service.name", "catalog-import");
            System.setProperty(
                    "logging.structured.ecs.service.node-name",
                    HostName.ofThisMachine() + "/" + ProcessHandle.current().pid());
        }
        if (debug) {
            System.setProperty("catalog-import.log.level", "DEBUG");
            System.setProperty("catalog-import.log.libraries", "INFO");
            System.setProperty("catalog-import.log.exception", STACK_TRACE);
            return LOG;
        }
        if (format == LogFormat.TEXT && Terminal.isStderr()) {
            System.setProperty("catalog-import.log.level", "WARN");
            return INTERACTIVE;
        }
        return LOG;
    }
}
