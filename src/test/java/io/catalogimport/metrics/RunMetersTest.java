package io.catalogimport.metrics;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.AwsCall;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunMetersTest {
    private static final Remark TROUBLE = new Remark("TIMED_OUT", "The import did not end within 30 min.");

    private final FakeTime time = new FakeTime();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RunMeters meters = new RunMeters(registry);
    private final MeteredProgress progress = new MeteredProgress(new SilentProgress(), meters, time);

    @Test
    void timesImportsByTheirOutcome() {
        importing(1, Duration.ofSeconds(40), new ImportOutcome.Imported());
        importing(2, Duration.ofSeconds(50), new ImportOutcome.Imported());
        importing(3, Duration.ofSeconds(5), new ImportOutcome.Failed(TROUBLE));
        importing(4, Duration.ofSeconds(1), new ImportOutcome.NotBegun());

        assertThat(lines())
                .contains(
                        "catalog_import_imports_seconds_count{outcome=\"imported\"} 2",
                        "catalog_import_imports_seconds_sum{outcome=\"imported\"} 90.0",
                        "catalog_import_imports_seconds_bucket{outcome=\"imported\",le=\"60.0\"} 2",
                        "catalog_import_imports_seconds_count{outcome=\"failed\"} 1")
                .noneMatch(line -> line.contains("unresolved\""));
    }

    @Test
    void timesAnImportFromItsSubmissionAlsoIfAnEarlierStartBeganIt() {
        LedgerEntry entry = entry(1, time.instant().minusSeconds(14));
        progress.started(entry);

        progress.ended(entry, new ImportOutcome.Imported());

        assertThat(lines()).contains("catalog_import_imports_seconds_sum{outcome=\"imported\"} 14.0");
    }

    @Test
    void timesTheTurnaroundFromTheEndOfAnImportToTheNextOneInItsLane() {
        importing(1, Duration.ofSeconds(40), new ImportOutcome.Imported());
        time.advance(Duration.ofSeconds(3));
        importing(2, Duration.ofSeconds(40), new ImportOutcome.Imported());

        assertThat(lines())
                .contains("catalog_import_turnaround_seconds_count 1", "catalog_import_turnaround_seconds_sum 3.0");
    }

    @Test
    void doesNotTakeTheValidationForATurnaround() {
        importing(1, Duration.ofSeconds(40), new ImportOutcome.Imported());
        time.advance(Duration.ofMinutes(30));
        progress.importing(new ImportWork(new StateCounts(Map.of()), Map.of(), Optional.empty(), List.of()));
        importing(2, Duration.ofSeconds(40), new ImportOutcome.Imported());

        assertThat(lines()).contains("catalog_import_turnaround_seconds_count 0");
    }

    @Test
    void countsTheLanesThatWorkAndThoseInWhichNothingMoreBegins() {
        progress.started(entry(1, null));
        meters.rows(new StateCounts(Map.of()), Set.of("444455556666/us-east-1"));

        assertThat(lines())
                .contains("catalog_import_lanes{state=\"active\"} 1.0", "catalog_import_lanes{state=\"blocked\"} 1.0");

        progress.ended(entry(1, null), new ImportOutcome.Unresolved(TROUBLE));

        assertThat(lines())
                .contains("catalog_import_lanes{state=\"active\"} 0.0", "catalog_import_lanes{state=\"blocked\"} 2.0");
    }

    @Test
    void countsNoImportAsUnderWayThatAnOutageOfTheDatabaseCutOff() {
        progress.started(entry(1, null));

        progress.databaseAway(time.instant());

        assertThat(lines()).contains("catalog_import_lanes{state=\"active\"} 0.0");
    }

    @Test
    void countsTheRowsInEveryStateOnceTheyAreKnown() {
        assertThat(lines()).noneMatch(line -> line.startsWith("catalog_import_rows"));

        meters.rows(new StateCounts(Map.of(MappingState.IMPORTED, 7L, MappingState.FAILED, 2L)), Set.of());

        assertThat(lines())
                .contains("catalog_import_rows{state=\"IMPORTED\"} 7.0", "catalog_import_rows{state=\"FAILED\"} 2.0")
                .filteredOn(line -> line.startsWith("catalog_import_rows"))
                .hasSize(MappingState.values().length);
    }

    @Test
    void countsCallsRetriesAndThrottlesByService() {
        meters.ended(new AwsCall("Service Catalog", "DescribeRecord", true, 2, 1, Duration.ofMillis(300)));
        meters.ended(new AwsCall("Service Catalog", "DescribeRecord", false, 3, 4, Duration.ofMillis(200)));

        assertThat(lines())
                .contains(
                        "catalog_import_aws_calls_seconds_count{operation=\"DescribeRecord\",result=\"success\",service=\"Service Catalog\"} 1",
                        "catalog_import_aws_calls_seconds_count{operation=\"DescribeRecord\",result=\"error\",service=\"Service Catalog\"} 1",
                        "catalog_import_aws_retries_total{service=\"Service Catalog\"} 5.0",
                        "catalog_import_aws_throttles_total{service=\"Service Catalog\"} 5.0");
    }

    @Test
    void knowsNoLastSuccessBeforeThereIsOne() {
        assertThat(lines()).noneMatch(line -> line.startsWith("catalog_import_last_success"));

        meters.succeeded(Instant.ofEpochSecond(1_790_000_000));

        assertThat(lines()).contains("catalog_import_last_success_timestamp_seconds 1.79E9");
    }

    private void importing(int line, Duration took, ImportOutcome outcome) {
        progress.started(entry(line, null));
        time.advance(took);
        progress.ended(entry(line, null), outcome);
    }

    private static LedgerEntry entry(int line, @Nullable Instant startedAt) {
        return new LedgerEntry(
                1,
                aMapping().onLine(line).build(),
                startedAt == null ? MappingState.READY : MappingState.IN_PROGRESS,
                new Attempt(1, null, null, null, startedAt),
                null);
    }

    private List<String> lines() {
        return registry.scrape().lines().toList();
    }
}
