package io.catalogimport.launch;

import io.catalogimport.aws.CallerProbe;
import io.catalogimport.aws.CallerProbe.Caller;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.database.DatabaseExam.Point;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.report.Plural;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Looks at all that a run needs, before the run. Changes nothing. */
public final class Doctor {
    /** So many accounts and regions are looked at side by side. */
    private static final int SIDE_BY_SIDE = 16;

    private static final Duration SKEW_TO_WARN_OF = Duration.ofMinutes(1);

    /** AWS refuses a signature whose time is so far away. */
    private static final Duration SKEW_TO_FAIL_WITH = Duration.ofMinutes(5);

    private static final String CLOCK = "clock";

    private final Clock clock;
    private final List<ExamFinding> findings = new ArrayList<>();

    public Doctor(Clock clock) {
        this.clock = clock;
    }

    /**
     * What there is to look at.
     *
     * @param database the way to the database
     * @param clients the clients for AWS
     * @param file the mapping file, if there is one
     */
    public record Patient(Supplier<LedgerVisits> database, Supplier<LaneClients> clients, Optional<Path> file) {}

    /** Looks at everything. What fails is a finding. */
    public List<ExamFinding> examine(Patient patient) {
        guarded("database", () -> database(patient.database().get()));
        Map<Lane, StackMapping> lanes = new LinkedHashMap<>();
        patient.file().ifPresent(file -> guarded("mapping file", () -> lanes.putAll(rows(file))));
        guarded("AWS credentials", () -> {
            try (LaneClients clients = patient.clients().get()) {
                caller(new CallerProbe(clients).ask());
                lanes(new LaneExam(clients), lanes.values());
            }
        });
        return List.copyOf(findings);
    }

    private void guarded(String check, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            findings.add(ExamFinding.failed(check, e));
        }
    }

    private void database(LedgerVisits visits) {
        List<Point> points = visits.exam();
        if (points.isEmpty()) {
            findings.add(ExamFinding.ok(
                    "database", visits.place() + ": there is none yet. The first plan or import makes it."));
        } else {
            findings.add(ExamFinding.ok("database", "It is " + visits.place()));
        }
        points.forEach(point -> findings.add(
                point.problem() == null
                        ? ExamFinding.ok(point.name(), point.said())
                        : ExamFinding.failed(point.name(), point.problem())));
    }

    /** The first good row of each lane. */
    private Map<Lane, StackMapping> rows(Path path) {
        Map<Lane, StackMapping> first = new LinkedHashMap<>();
        long rows = 0;
        long bad = 0;
        try (MappingLines lines = MappingFile.open(path).lines()) {
            MappingLine line = lines.next();
            while (line != null) {
                rows++;
                Optional<StackMapping> mapping = line.mapping();
                mapping.ifPresent(row -> first.putIfAbsent(row.stackArn().lane(), row));
                bad += mapping.isEmpty() ? 1 : 0;
                line = lines.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String said = Plural.of(rows, "row") + ", " + Plural.of(first.size(), "lane") + " (account and region)";
        findings.add(
                bad == 0
                        ? ExamFinding.ok("mapping file", said)
                        : ExamFinding.warning(
                                "mapping file",
                                "%s. %s with mistakes: catalog-import plan %s says which ones."
                                        .formatted(said, Plural.of(bad, "row"), path)));
        return first;
    }

    private void caller(Caller caller) {
        findings.add(ExamFinding.ok("AWS credentials", "account %s, %s".formatted(caller.account(), caller.arn())));
        caller.answeredAt().map(time -> skew(time, clock.instant())).ifPresent(findings::add);
    }

    static ExamFinding skew(Instant ofAws, Instant ours) {
        Duration skew = Duration.between(ofAws, ours).abs();
        String said = "This machine's clock is %d s %s AWS's. Let it follow a time server, such as chrony or ntpd."
                .formatted(skew.toSeconds(), ours.isAfter(ofAws) ? "ahead of" : "behind");
        if (skew.compareTo(SKEW_TO_FAIL_WITH) >= 0) {
            return new ExamFinding(CLOCK, ExamFinding.Level.FAILED, said, null);
        }
        return skew.compareTo(SKEW_TO_WARN_OF) >= 0
                ? ExamFinding.warning(CLOCK, said)
                : ExamFinding.ok(CLOCK, "This machine's clock is that of AWS, within a minute.");
    }

    private void lanes(LaneExam exam, Collection<StackMapping> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(SIDE_BY_SIDE, rows.size()));
        try {
            List<CompletableFuture<List<ExamFinding>>> lanes = rows.stream()
                    .map(row -> CompletableFuture.supplyAsync(() -> exam.of(row), threads))
                    .toList();
            lanes.forEach(lane -> guarded("lane", () -> findings.addAll(lane.join())));
        } finally {
            threads.shutdownNow();
        }
        findings.add(ExamFinding.ok(
                "permissions of import",
                "Not probed, because only an import needs them: servicecatalog:ImportAsProvisionedProduct,"
                        + " servicecatalog:DescribeProvisionedProduct, servicecatalog:DescribeRecord. See"
                        + " jobs/iam/import-policy.json."));
    }
}
