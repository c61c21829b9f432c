package io.catalogimport.metrics;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.AwsCall;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.StateCounts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alerts, the dashboard and the manual ask for metrics, labels and values that the program writes. */
class MonitoringFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SAMPLE = Pattern.compile("(catalog_import_\\w+)\\{(.*)} \\S+");
    private static final Pattern SELECTOR = Pattern.compile("(catalog_import_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{ *(?:\\$labels\\.)?(\\w+) *}}");

    /** What is read of each metric: its labels, and the values of each. */
    private static final Map<String, Map<String, Set<String>>> WRITTEN = written();

    /** A query, and the texts in which its labels are shown. */
    record Query(String expr, List<String> texts) {}

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryAsksForWhatTheProgramWrites(Query query) {
        assertThat(faults(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(catalog_import_row{state=\"FAILED\"})",
                "sum(catalog_import_rows{states=\"FAILED\"})",
                "sum(catalog_import_rows{state=\"FAIL\"})",
                "sum(catalog_import_rows{state=~\"FAILED|REJECT\"})",
                "sum by (service) (catalog_import_rows)",
                "rate(catalog_import_aws_retries_total{operation=\"DescribeRecord\"}[5m])",
            })
    void aMistakeIsFound(String expr) {
        assertThat(faults(new Query(expr, List.of()))).isNotEmpty();
    }

    @Test
    void aLabelThatAQueryDoesNotKeepCannotBeShown() {
        assertThat(faults(new Query("sum by (file) (catalog_import_rows)", List.of("{{state}}"))))
                .containsExactly("state is shown, and the query does not keep it");
    }

    @Test
    void theAlertsHaveTheFormThatPrometheusReads() throws IOException {
        JsonNode file = alerts();
        assertThat(names(file)).containsExactly("groups");
        assertThat(file.path("groups")).isNotEmpty().allSatisfy(group -> {
            assertThat(names(group)).containsExactly("name", "rules");
            assertThat(group.path("rules")).isNotEmpty().allSatisfy(rule -> {
                assertThat(names(rule)).isSubsetOf("alert", "expr", "for", "labels", "annotations");
                assertThat(rule.path("alert").asString()).matches("CatalogImport[A-Za-z]+");
                assertThat(rule.path("for").asString("1m")).matches("\\d+[smhd]");
                assertThat(rule.at("/labels/severity").asString()).isIn("warning", "critical");
                assertThat(names(rule.path("annotations"))).containsExactly("summary", "description");
            });
        });
    }

    @Test
    void thePanelsOfTheDashboardAreNumberedAndDoNotOverlap() throws IOException {
        Set<Integer> ids = new TreeSet<>();
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(
                                    place.path("x").asInt() + x, place.path("y").asInt() + y)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theManualNamesEveryMetricWithItsLabels() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        Pattern.compile("(?m)^\\| `(catalog_import_\\w+)` \\| ([^|]*) \\|")
                .matcher(Files.readString(Path.of("docs/reference.md")))
                .results()
                .forEach(row -> told.put(row.group(1), words(Pattern.compile("`(\\w+)`"), row.group(2))));

        Map<String, Set<String>> written = new TreeMap<>();
        WRITTEN.forEach((name, labels) -> {
            Set<String> own = new TreeSet<>(labels.keySet());
            own.removeAll(Set.of("file", "command", "le"));
            written.put(name.replaceFirst("(_seconds)_(bucket|count|sum|max)$", "$1"), own);
        });
        assertThat(told).isEqualTo(written);
    }

    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        alerts().path("groups").forEach(group -> group.path("rules")
                .forEach(rule -> queries.add(new Query(
                        rule.path("expr").asString(),
                        rule.path("annotations")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))));
        dashboard().path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> queries.add(new Query(
                        target.path("expr").asString(),
                        List.of(target.path("legendFormat").asString())))));
        dashboard().at("/templating/list").forEach(variable -> {
            if (variable.path("type").asString().equals("query")) {
                queries.add(new Query(
                        variable.path("query")
                                .asString()
                                .replaceFirst("label_values\\((\\w+), (\\w+)\\)", "sum by ($2) ($1)"),
                        List.of()));
            }
        });
        return queries;
    }

    private static List<String> faults(Query query) {
        List<String> faults = new ArrayList<>();
        Set<String> kept = words(Pattern.compile("\\w+"), String.join(" ", groups(GROUPING, query.expr())));
        List<MatchResult> selectors = SELECTOR.matcher(query.expr()).results().toList();
        if (selectors.isEmpty()) {
            faults.add("asks for nothing of ours");
        }
        for (MatchResult selector : selectors) {
            Map<String, Set<String>> labels = WRITTEN.get(selector.group(1));
            if (labels == null) {
                faults.add(selector.group(1) + " is not written");
                continue;
            }
            kept.stream()
                    .filter(label -> !labels.containsKey(label))
                    .forEach(label -> faults.add(selector.group(1) + " has no label " + label));
            if (selector.group(2) != null) {
                MATCHER.matcher(selector.group(2))
                        .results()
                        .filter(matcher -> !isWritten(matcher, labels))
                        .forEach(matcher -> faults.add(selector.group(1) + " never has " + matcher.group()));
            }
        }
        query.texts().stream()
                .flatMap(text -> groups(SHOWN, text).stream())
                .filter(label -> !label.equals("value") && !kept.contains(label))
                .forEach(label -> faults.add(label + " is shown, and the query does not keep it"));
        return faults;
    }

    private static boolean isWritten(MatchResult matcher, Map<String, Set<String>> labels) {
        Set<String> values = labels.getOrDefault(matcher.group(1), Set.of());
        return !values.isEmpty()
                && (matcher.group(3).equals("$file")
                        || values.containsAll(List.of(matcher.group(3).split("\\|"))));
    }

    /** All that a run can count. */
    private static Map<String, Map<String, Set<String>>> written() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("file", "mappings.csv", "command", "import");
        RunMeters meters = new RunMeters(registry);
        FakeTime time = new FakeTime();
        MeteredProgress progress = new MeteredProgress(new SilentProgress(), meters, time);
        Remark remark = new Remark("CODE", "Why.");
        int line = 2;
        for (ImportOutcome outcome : List.of(
                new ImportOutcome.Imported(), new ImportOutcome.Failed(remark), new ImportOutcome.Unresolved(remark))) {
            LedgerEntry entry = new LedgerEntry(
                    1,
                    aMapping().onLine(line++).build(),
                    MappingState.READY,
                    new Attempt(0, null, null, null, null),
                    null);
            progress.started(entry);
            time.advance(Duration.ofSeconds(30));
            progress.ended(entry, outcome);
        }
        meters.rows(new StateCounts(Map.of()), Set.of());
        meters.ended(new AwsCall("Service Catalog", "DescribeRecord", true, 0, 0, Duration.ofMillis(9)));
        meters.ended(new AwsCall("Service Catalog", "DescribeRecord", false, 1, 1, Duration.ofMillis(9)));
        meters.succeeded(Instant.ofEpochSecond(1));
        Map<String, Map<String, Set<String>>> samples = new TreeMap<>();
        SAMPLE.matcher(registry.scrape()).results().forEach(sample -> {
            Map<String, Set<String>> labels = samples.computeIfAbsent(sample.group(1), name -> new TreeMap<>());
            MATCHER.matcher(sample.group(2)).results().forEach(label -> labels.computeIfAbsent(
                            label.group(1), name -> new TreeSet<>())
                    .add(label.group(3)));
        });
        return samples;
    }

    private static JsonNode alerts() throws IOException {
        Object file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("jobs/monitoring/alerts.yaml")));
        return JSON.valueToTree(file);
    }

    private static JsonNode dashboard() throws IOException {
        return JSON.readTree(Files.readString(Path.of("jobs/monitoring/dashboard.json")));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> words(Pattern pattern, String text) {
        Stream<String> found =
                pattern.matcher(text).results().map(match -> match.groupCount() == 0 ? match.group() : match.group(1));
        return found.collect(toCollection(TreeSet::new));
    }
}
