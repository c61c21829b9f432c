package io.catalogimport.cli;

import io.catalogimport.aws.Lane;
import io.catalogimport.discovery.DiscoveryProgress;
import io.catalogimport.report.Plural;
import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the progress of a discovery: to a person as one line that changes, otherwise as a log line for each lane. */
final class DiscoverProgress implements DiscoveryProgress {
    private static final Logger log = LoggerFactory.getLogger(DiscoverProgress.class);
    private static final String CLEAR = "\r\u001b[K";

    private final Optional<PrintStream> terminal;
    private int templates;
    private int known;
    private boolean finished;

    private DiscoverProgress(Optional<PrintStream> terminal) {
        this.terminal = terminal;
    }

    static DiscoverProgress of(Console console, PrintStream err) {
        return new DiscoverProgress(console == Console.INTERACTIVE ? Optional.of(err) : Optional.empty());
    }

    @Override
    public synchronized void begun(Lane lane, int stacks, int versions) {
        log.info(
                "{}: reading the templates of {} and {}",
                lane,
                Plural.of(stacks, "stack"),
                Plural.of(versions, "product version"));
        templates += stacks + versions;
        draw();
    }

    @Override
    public synchronized void templateKnown(Lane lane) {
        known++;
        draw();
    }

    @Override
    public void ended(Lane lane) {
        log.info("{}: done", lane);
    }

    /** Leaves the terminal as it was found. */
    synchronized void finish() {
        if (!finished && known > 0) {
            show(CLEAR);
        }
        finished = true;
    }

    private void draw() {
        if (!finished) {
            show(CLEAR + "reading templates " + known + "/" + templates);
        }
    }

    private void show(String text) {
        terminal.ifPresent(stream -> {
            stream.print(text);
            stream.flush();
        });
    }
}
