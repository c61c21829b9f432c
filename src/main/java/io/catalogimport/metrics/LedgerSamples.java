package io.catalogimport.metrics;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every half minute how the run stands in the ledger, whichever process has changed it. No meter asks the database itself:
 * a database that is away would hold whoever reads the meters.
 */
public final class LedgerSamples implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerSamples.class);
    private static final long FIRST = 2;
    private static final long BETWEEN = 30;

    private final RunMeters meters;
    private final Figures figures;
    private final Run run;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ledger-samples");
        thread.setDaemon(true);
        return thread;
    });

    public LedgerSamples(RunMeters meters, Figures figures, Run run) {
        this.meters = meters;
        this.figures = figures;
        this.run = run;
        var unused = timer.scheduleWithFixedDelay(this::look, FIRST, BETWEEN, TimeUnit.SECONDS);
    }

    /** Without a database, the last look stays. */
    private void look() {
        try {
            StateCounts counts = figures.counts(run);
            Set<String> unresolved =
                    figures.obstacles(run, true).stream().map(Obstacle::lane).collect(Collectors.toSet());
            if (counts.total() > 0) {
                meters.rows(counts, unresolved);
            }
        } catch (RuntimeException e) {
            log.debug("The rows were not counted for the metrics", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
