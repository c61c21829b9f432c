package io.catalogimport.cli;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Plural;
import io.catalogimport.status.Forecast;
import io.catalogimport.status.RunDetail;
import io.catalogimport.status.RunDetail.BlockedLane;
import io.catalogimport.status.RunDetail.FailedImport;
import io.catalogimport.status.RunDetail.ImportFacts;
import io.catalogimport.status.RunDetail.LaneFacts;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What status says, as lines for people. Columns that may be long come last. */
final class StatusText {
    private static final String NO_RUNS = "There are no runs: neither plan nor import was started with this database.";

    private static final int DIGEST_SHOWN = 8;
    private static final int MOST_LANES = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

    private static final String RUN = "%-8s  %-8s  %-11s %6s %6s %6s %6s %6s  %s";
    private static final String LANE = "%-27s %9s %6s %9s %5s  %s";

    private final StatusDocument status;
    private final String name;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    /** @param name how the user calls the run; empty if none was asked for */
    private StatusText(StatusDocument status, String name, ZoneId zone) {
        this.status = status;
        this.name = name;
        this.zone = zone;
    }

    static List<String> of(StatusDocument status, String name, ZoneId zone) {
        StatusText text = new StatusText(status, name, zone);
        text.add("Database: %s. At %s:"
                .formatted(status.database(), MOMENT.format(status.at().atZone(zone))));
        if (status.detail() == null) {
            text.addRuns();
        } else {
            text.addRun(status.runs().get(0), status.detail());
        }
        return List.copyOf(text.lines);
    }

    private void add(String line) {
        lines.add(Printable.text(line).stripTrailing());
    }

    private void addRuns() {
        if (status.runs().isEmpty()) {
            add(NO_RUNS);
            return;
        }
        add(RUN.formatted("RUN", "STATE", "STARTED", "ROWS", "DONE", "LEFT", "FLIGHT", "FAILED", "FILE"));
        for (RunOverview run : status.runs()) {
            add(RUN.formatted(
                    digest(run.digest()),
                    lower(run.state()),
                    DAY_AND_TIME.format(started(run).atZone(zone)),
                    run.total(),
                    run.done(),
                    run.waiting(),
                    run.inFlight(),
                    run.notImported(),
                    run.file()
                            + (run.state() == RunState.ENDED && run.outcome() != null
                                    ? " (" + run.outcome() + ")"
                                    : "")));
        }
    }

    private void addRun(RunOverview run, RunDetail detail) {
        add("%s (run %s) %s".formatted(run.file(), digest(run.digest()), state(run)));
        add(CountsText.of(new StateCounts(run.rows())) + ".");
        addWorkers(run);
        addForecast(run, detail);
        addLanes(detail);
        addBlocked(detail);
        if (!detail.refused().isEmpty()) {
            add("");
            add("Refused or not reached:");
            detail.refused()
                    .forEach(rows -> add(
                            "  %s in lane %s: %s".formatted(Plural.of(rows.rows(), "row"), rows.lane(), rows.code())));
        }
        if (!detail.failures().isEmpty()) {
            add("");
            add("Last failures:");
            detail.failures().forEach(failure -> add("  " + failed(failure)));
        }
    }

    private String state(RunOverview run) {
        String since = "%s since %s (%s)"
                .formatted(run.command() == null ? "started" : run.command(), time(started(run)), ago(started(run)));
        return switch (run.state()) {
            case RUNNING -> "is running: %s.%s".formatted(since, endBy(run));
            case PAUSED ->
                "is paused by %s since %s (%s). To go on: catalog-import resume %s"
                        .formatted(run.pausedBy(), time(run.pausedAt()), ago(run.pausedAt()), name);
            case COMPLETE -> "is complete.";
            case ENDED ->
                "is not running. Its last start, at %s, ended%s."
                        .formatted(time(started(run)), run.outcome() == null ? "" : " with " + run.outcome());
            case DIED ->
                "is not running. Its last start, at %s, was killed; the next one continues."
                        .formatted(time(started(run)));
        };
    }

    private String endBy(RunOverview run) {
        return run.endBy() == null ? "" : " Nothing begins after %s.".formatted(time(run.endBy()));
    }

    private void addWorkers(RunOverview run) {
        run.workers()
                .forEach(worker -> add("Process %d on host %s works on it since %s%s."
                        .formatted(
                                worker.process(),
                                worker.host(),
                                time(worker.since()),
                                worker.lanes().isEmpty()
                                        ? ""
                                        : worker.lanes().size() == 1
                                                ? ", in lane " + worker.lanes().get(0)
                                                : ", with %d lanes"
                                                        .formatted(
                                                                worker.lanes().size()))));
    }

    private void addLanes(RunDetail detail) {
        if (detail.lanes().isEmpty()) {
            return;
        }
        add("");
        add(LANE.formatted("LANE", "DONE", "FAILED", "MEDIAN", "ENDS", "CURRENT STACK"));
        detail.lanes().stream().limit(MOST_LANES).forEach(lane -> add(line(lane)));
        int more = detail.lanes().size() - MOST_LANES;
        if (more > 0) {
            add("and %d more lanes, see --output json".formatted(more));
        }
    }

    private String line(LaneFacts lane) {
        return LANE.formatted(
                lane.lane(),
                lane.done() + "/" + lane.total(),
                lane.notImported(),
                lane.medianSeconds() == null ? "-" : ImportTimes.brief(Duration.ofSeconds(lane.medianSeconds())),
                lane.endsAt() == null ? "-" : time(lane.endsAt()),
                lane.current() == null ? "-" : current(lane.current()));
    }

    private String current(ImportFacts current) {
        String taken = current.since() == null ? "" : ago(current.since()) + " ";
        String state = current.state() == MappingState.UNRESOLVED ? "UNRESOLVED " : "";
        return taken + state + stack(current.stackArn());
    }

    private void addBlocked(RunDetail detail) {
        if (detail.blocked().isEmpty()) {
            return;
        }
        add("");
        add("Nothing more begins in:");
        for (BlockedLane lane : detail.blocked()) {
            add("  %s (%s left): %s".formatted(lane.lane(), Plural.of(lane.waiting(), "row"), lane.reason()));
        }
        detail.inFlight().stream()
                .filter(row -> row.state() == MappingState.UNRESOLVED)
                .forEach(row -> add(
                        "  If you know its end: catalog-import resolve %s --stack %s --as imported|failed --reason TEXT"
                                .formatted(name, row.stackArn())));
    }

    private String failed(FailedImport failure) {
        return "%sline %d, %s: %s: %s"
                .formatted(
                        failure.at() == null ? "" : time(failure.at()) + " ",
                        failure.line(),
                        stack(failure.stackArn()),
                        failure.code(),
                        failure.message());
    }

    private void addForecast(RunOverview run, RunDetail detail) {
        @Nullable Forecast forecast = detail.forecast();
        if (forecast == null) {
            add(
                    run.waiting() + run.inFlight() == 0
                            ? "Nothing is left to import."
                            : detail.blocked().isEmpty()
                                    ? "No forecast: this database has no earlier imports to go by."
                                    : "No forecast: nothing can go on.");
            return;
        }
        add("Forecast: %s in about %s%s, in 9 of 10 cases within %s%s."
                .formatted(
                        Plural.of(forecast.imports(), "import"),
                        ImportTimes.brief(Duration.ofSeconds(forecast.medianSeconds())),
                        until(forecast.endsAt()),
                        ImportTimes.brief(Duration.ofSeconds(forecast.pessimisticSeconds())),
                        until(forecast.latestEndsAt())));
        add("It is based on %s%s."
                .formatted(
                        Plural.of(forecast.basedOn(), "earlier import"),
                        detail.blocked().isEmpty() ? "" : ". The lanes in which nothing more begins are left out"));
        add("For a Kubernetes Job: activeDeadlineSeconds: " + forecast.activeDeadlineSeconds());
    }

    private String until(@Nullable Instant end) {
        return end == null ? "" : " (%s)".formatted(time(end));
    }

    /** One line for each thing that may change, without what changes by itself. */
    static List<String> changes(StatusDocument status) {
        List<String> changes = new ArrayList<>();
        if (status.error() != null) {
            changes.add(status.error());
        } else if (status.runs().isEmpty()) {
            changes.add(NO_RUNS);
        }
        for (RunOverview run : status.runs()) {
            changes.add("%s (run %s) %s: %d of %d done, %d in flight, %d left, %d failed or rejected"
                    .formatted(
                            run.file(),
                            digest(run.digest()),
                            lower(run.state()) + (run.pausedBy() == null ? "" : " by " + run.pausedBy()),
                            run.done(),
                            run.total(),
                            run.inFlight(),
                            run.waiting(),
                            run.notImported()));
        }
        if (status.detail() != null) {
            status.detail().blocked().forEach(lane -> changes.add("lane %s: %s".formatted(lane.lane(), lane.reason())));
            status.detail()
                    .failures()
                    .forEach(failure -> changes.add("line %d, %s, failed: %s: %s"
                            .formatted(failure.line(), stack(failure.stackArn()), failure.code(), failure.message())));
        }
        return changes.stream().map(Printable::text).toList();
    }

    /** How the list of all runs calls a run. */
    static String digest(String digest) {
        return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
    }

    private static String lower(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Instant started(RunOverview run) {
        return run.startedAt() == null ? run.createdAt() : run.startedAt();
    }

    private static String stack(String arn) {
        return StackArn.parse(arn).map(StackArn::stackName).orElse("-");
    }

    private String time(@Nullable Instant moment) {
        if (moment == null) {
            return "-";
        }
        boolean isToday = day(moment).equals(day(status.at()));
        return (isToday ? TIME : DAY_AND_TIME).format(moment.atZone(zone));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private String ago(@Nullable Instant moment) {
        return moment == null ? "-" : ImportTimes.brief(Duration.between(moment, status.at()));
    }
}
