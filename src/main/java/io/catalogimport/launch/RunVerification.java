package io.catalogimport.launch;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.SdkVerificationGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.ledger.ImportedRows;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Results;
import io.catalogimport.report.RunSummary.MappingFileSummary;
import io.catalogimport.report.VerificationFile;
import io.catalogimport.run.StopRequest;
import io.catalogimport.verification.AwsSources;
import io.catalogimport.verification.Verification;
import io.catalogimport.verification.VerificationTally;
import io.catalogimport.verification.VerifiedRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what the ledger has as imported with AWS. It reads the ledger page by page, in short visits, so that it works
 * beside a run, and holds no connection while it waits for AWS.
 */
public final class RunVerification {
    private static final Logger log = LoggerFactory.getLogger(RunVerification.class);

    /** AWS's lists are read once for each page. */
    private static final int PAGE_SIZE = 10_000;

    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);

    private final LedgerVisits ledger;
    private final AwsSources aws;
    private final int pageSize;

    public RunVerification(LedgerVisits ledger, AwsSources aws) {
        this(ledger, aws, PAGE_SIZE);
    }

    RunVerification(LedgerVisits ledger, AwsSources aws, int pageSize) {
        this.ledger = ledger;
        this.aws = aws;
        this.pageSize = pageSize;
    }

    /** What is asked about AWS by these clients, at this rate. */
    public static AwsSources sources(LaneClients clients, double callsPerSecond, StopRequest stop, Clock clock) {
        return new AwsSources(
                new SdkVerificationGateway(clients),
                new SdkCatalogGateway(clients),
                new SdkStackGateway(clients),
                new CallerIdentity(clients),
                new PoliteCalls(
                        new PoliteRate(callsPerSecond, clock, stop),
                        new TransientRetry(clock, stop, new Patience(OUTAGE, THROTTLING, OUTAGE))));
    }

    /**
     * What is compared.
     *
     * @param results the directory that the user names
     * @param owner the ARN of the user or role that should own the provisioned products; empty if any may
     */
    public record Subject(RunName run, Path results, Optional<String> owner) {}

    /**
     * How it came out.
     *
     * @param digest of the run
     * @param states how many rows the run has in each state
     * @param file where all rows are
     */
    public record Outcome(String digest, StateCounts states, VerificationTally tally, Path file) {}

    private record Known(Run run, String file, StateCounts states) {}

    /**
     * Compares all rows and writes {@code verify.csv}.
     *
     * @throws NoSuchRunException if the database does not know the run
     * @throws io.catalogimport.aws.StopRequestedException if it was to stop; nothing is written then
     */
    public Outcome verify(Subject subject) {
        Known known = ledger.look(jdbc -> known(jdbc, subject.run())).orElseThrow(() -> unknown(subject.run()));
        Results.prepare(subject.results());
        Path named = subject.run().file();
        VerificationFile file = new VerificationFile(
                subject.results(),
                MappingFileSummary.of(
                        named == null ? Path.of(known.file()) : named,
                        known.run().digest()));
        VerificationTally tally = new VerificationTally();
        try (Verification verification = new Verification(aws, subject.owner())) {
            file.write(
                    known.run(),
                    consumer -> forEachRow(known.run(), verification, row -> {
                        tally.add(row);
                        consumer.accept(row);
                    }));
        }
        return new Outcome(known.run().digest(), known.states(), tally, file.path());
    }

    /** The database has no tables yet. */
    private NoSuchRunException unknown(RunName name) {
        Path file = name.file();
        return file == null
                ? NoSuchRunException.beginsWith(name.digest(), ledger.place())
                : NoSuchRunException.of(file, ledger.place(), Optional.empty());
    }

    private Known known(JdbcClient jdbc, RunName name) {
        Run run = new RunSearch(new Runs(jdbc), ledger.place()).find(name);
        StateCounts states = new Figures(jdbc, LaneScope.ACCOUNT_REGION).counts(run);
        return new Known(run, new Runs(jdbc).fileOf(run), states);
    }

    private void forEachRow(Run run, Verification verification, Consumer<VerifiedRow> consumer) {
        int line = 0;
        List<ImportedRow> page;
        do {
            int after = line;
            page = ledger.read(jdbc -> new ImportedRows(jdbc).after(run, after, pageSize))
                    .orElse(List.of());
            if (!page.isEmpty()) {
                verification.verify(page).forEach(consumer);
                line = page.get(page.size() - 1).line();
                log.info("Verified the rows up to line {}", line);
            }
        } while (page.size() == pageSize);
    }
}
