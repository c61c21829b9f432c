package io.catalogimport.jobs;

import static io.catalogimport.jobs.JobFiles.documents;
import static io.catalogimport.jobs.JobFiles.read;
import static io.catalogimport.jobs.JobFiles.stream;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The operator's files say the same as the program: its exit codes, its AWS operations, its way with secrets. */
class JobsTest {
    private static final String JOB = "kubernetes/job.yaml";
    private static final String CRON_JOB = "kubernetes/cronjob.yaml";
    private static final String PARALLEL_JOB = "kubernetes/parallel-job.yaml";

    private static final Set<Integer> A_PERSON_IS_NEEDED = Set.of(10, 11, 64, 65, 66, 74, 77, 78);
    private static final Set<Integer> MAY_FARE_BETTER_LATER = Set.of(1, 69, 75, 129, 130, 143);

    /** Verbs that only look. Whatever else an action begins with, it may change something. */
    private static final Pattern LOOKS = Pattern.compile("[a-z0-9]+:(Describe|Get|List|Search)[A-Za-z]+");

    private static final Pattern OPERATION =
            Pattern.compile("(?:classified|find|call)\\((?:[^()\";]|\\(\\))*?\"([A-Z][A-Za-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {JOB, CRON_JOB, PARALLEL_JOB, "kubernetes/configuration.yaml"})
    void everyManifestIsYamlWithAKindAndAName(String file) throws IOException {
        assertThat(documents(file)).isNotEmpty().allSatisfy(manifest -> {
            assertThat(manifest.path("kind").asString()).isNotBlank();
            assertThat(manifest.path("metadata").properties())
                    .extracting(Map.Entry::getKey)
                    .containsAnyOf("name", "generateName");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {JOB, CRON_JOB, PARALLEL_JOB})
    void everyExitCodeIsTreatedOnceAsIntended(String file) throws IOException {
        List<JsonNode> rules = stream(jobSpec(file).at("/podFailurePolicy/rules"))
                .filter(rule -> rule.has("onExitCodes"))
                .toList();

        assertThat(rules)
                .allMatch(rule -> rule.at("/onExitCodes/operator").asString().equals("In"));
        assertThat(rules.stream().collect(toMap(rule -> rule.path("action").asString(), JobsTest::exitCodes)))
                .isEqualTo(Map.of("FailJob", sorted(A_PERSON_IS_NEEDED), "Count", sorted(MAY_FARE_BETTER_LATER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {JOB, CRON_JOB, PARALLEL_JOB})
    void anEvictedPodIsReplacedBeforeItsExitCodeCounts(String file) throws IOException {
        JsonNode first = jobSpec(file).at("/podFailurePolicy/rules/0");

        assertThat(first.path("action").asString()).isEqualTo("Ignore");
        assertThat(first.at("/onPodConditions/0/type").asString()).isEqualTo("DisruptionTarget");
    }

    @Test
    void jobAndCronJobRunTheSamePod() throws IOException {
        for (String part : List.of("template", "podFailurePolicy", "backoffLimit")) {
            assertThat(jobSpec(CRON_JOB).path(part)).isEqualTo(jobSpec(JOB).path(part));
        }
    }

    @Test
    void thePodsOfAParallelJobShareItAndStandByUntilItsEnd() throws IOException {
        JsonNode job = jobSpec(PARALLEL_JOB);

        assertThat(job.path("parallelism").asInt()).isGreaterThan(1);
        assertThat(job.has("completions")).isFalse();
        assertThat(stream(job.at("/template/spec/containers/0/args")).map(JsonNode::asString))
                .contains("--shared")
                .containsSubsequence("--wait", "12h")
                .doesNotContain("--shard");
    }

    @Test
    void podsReferToTheConfigurationThatIsThere() throws IOException {
        Map<String, String> configured = documents("kubernetes/configuration.yaml").stream()
                .collect(toMap(manifest -> manifest.path("kind").asString(), manifest -> manifest.at("/metadata/name")
                        .asString()));
        JsonNode pod = jobSpec(JOB).at("/template/spec");

        assertThat(pod.path("serviceAccountName").asString()).isEqualTo(configured.get("ServiceAccount"));
        assertThat(pod.at("/volumes/0/configMap/name").asString()).isEqualTo(configured.get("ConfigMap"));
    }

    @Test
    void theDatabaseComesFromASecretAndNothingSecretIsInTheArguments() throws IOException {
        JsonNode container = jobSpec(JOB).at("/template/spec/containers/0");

        assertThat(stream(container.path("env")))
                .extracting(variable -> variable.path("name").asString())
                .containsExactly("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
        assertThat(stream(container.path("env")))
                .allMatch(variable -> variable.at("/valueFrom/secretKeyRef").isObject() && !variable.has("value"));
        assertThat(container.path("args").toString()).doesNotContainPattern(JobFiles.SECRET);
        assertThat(lines("systemd/catalog-import.service", "ExecStart=")).noneMatch(JobsTest::tellsASecret);
        assertThat(lines("cron/catalog-import.crontab", "17 2")).hasSize(1).noneMatch(JobsTest::tellsASecret);
    }

    /** A shell and systemd agree only on this form. */
    @Test
    void everySettingOfTheEnvironmentIsInSingleQuotes() throws IOException {
        List<String> settings = read("environment.example")
                .lines()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .toList();

        assertThat(settings).isNotEmpty().allMatch(line -> line.matches("#?[A-Z_]+='[^']+'"));
        assertThat(settings)
                .extracting(line -> line.replaceFirst("^#", "").replaceFirst("=.*", ""))
                .contains("SPRING_DATASOURCE_URL", "AWS_PROFILE", "JAVA_HOME", "CATALOG_IMPORT_OPTS");
    }

    @Test
    void systemdStartsAgainWhereKubernetesDoes() throws IOException {
        assertThat(lines("systemd/catalog-import.service", "RestartPreventExitStatus="))
                .singleElement()
                .satisfies(codes -> assertThat(numbers(codes)).isEqualTo(sorted(A_PERSON_IS_NEEDED)));
    }

    @Test
    void theManualTellsTheSameOfEveryExitCode() throws IOException {
        Map<Integer, String> inKubernetes = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\| (\\w+) \\| \\w+ \\|$")
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .collect(toMap(row -> Integer.valueOf(row.group(1)), row -> row.group(2)));

        assertThat(inKubernetes).hasSize(1 + A_PERSON_IS_NEEDED.size() + MAY_FARE_BETTER_LATER.size());
        assertThat(inKubernetes).containsEntry(0, "done");
        assertThat(A_PERSON_IS_NEEDED).allMatch(code -> "fails".equals(inKubernetes.get(code)));
        assertThat(MAY_FARE_BETTER_LATER).allMatch(code -> "counted".equals(inKubernetes.get(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "import", "verify", "handover"})
    void policiesNameEveryActionAndNeverAllowToDelete(String policy) throws IOException {
        assertThat(actions(policy, "Allow")).isNotEmpty().allMatch(action -> action.matches("[a-z0-9]+:[A-Za-z]+"));
        assertThat(actions(policy, "Deny"))
                .containsExactly("cloudformation:DeleteStack", "servicecatalog:TerminateProvisionedProduct")
                .doesNotContainAnyElementsOf(actions(policy, "Allow"));
    }

    @Test
    void planChangesNothingAndImportIsPlanAndOneChangingAction() throws IOException {
        assertThat(actions("plan", "Allow"))
                .allMatch(action -> LOOKS.matcher(action).matches());
        assertThat(statements("import")).containsAll(statements("plan"));
        assertThat(actions("import", "Allow"))
                .filteredOn(action -> !LOOKS.matcher(action).matches())
                .containsExactly("servicecatalog:ImportAsProvisionedProduct");
    }

    @Test
    void undoMayReleaseAndDeleteNoStack() throws IOException {
        assertThat(actions("undo", "Allow"))
                .filteredOn(action -> !LOOKS.matcher(action).matches())
                .containsExactly("servicecatalog:TerminateProvisionedProduct");
        assertThat(actions("undo", "Deny")).containsExactly("cloudformation:DeleteStack");
    }

    @Test
    void handoverMayChangeTheOwnerAndNothingElse() throws IOException {
        assertThat(actions("handover", "Allow"))
                .filteredOn(action -> !LOOKS.matcher(action).matches())
                .containsExactly("servicecatalog:UpdateProvisionedProductProperties");
    }

    @Test
    void verifyChangesNothing() throws IOException {
        assertThat(actions("verify", "Allow"))
                .allMatch(action -> LOOKS.matcher(action).matches());
    }

    @Test
    void policiesAllowWhatTheProgramCallsAndNothingElse() throws IOException {
        Set<String> allowed = allowed().stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .collect(toSet());
        Set<String> called = operationsCalled();
        called.remove("GetCallerIdentity"); // Needs no permission.
        called.add("ListStacks"); // AWS asks for it where DescribeStacks names no stack; PolicyFilesIT has the rest.
        assertThat(allowed).isEqualTo(called);
    }

    @Test
    void theManualGivesAReasonForEveryAction() throws IOException {
        Set<String> explained = Pattern.compile("(?m)^\\| (`\\w+:\\w+`(?:, `\\w+:\\w+`)*) \\|")
                .matcher(Files.readString(Path.of("docs/aws.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .collect(toSet());

        Set<String> allowed = allowed();
        allowed.remove("sts:AssumeRole"); // In a section of its own.
        assertThat(explained).isEqualTo(allowed);
    }

    private static JsonNode jobSpec(String file) throws IOException {
        JsonNode manifest = documents(file).get(0);
        return manifest.at(manifest.at("/spec/jobTemplate").isObject() ? "/spec/jobTemplate/spec" : "/spec");
    }

    private static Set<Integer> exitCodes(JsonNode rule) {
        return sorted(
                stream(rule.at("/onExitCodes/values")).map(JsonNode::asInt).toList());
    }

    private static Set<Integer> numbers(String text) {
        return sorted(Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList());
    }

    /** Refuses a number that is there twice. */
    private static Set<Integer> sorted(Iterable<Integer> numbers) {
        assertThat(numbers).doesNotHaveDuplicates();
        Set<Integer> sorted = new TreeSet<>();
        numbers.forEach(sorted::add);
        return sorted;
    }

    /** Where the program calls AWS, it names the operation for its error messages. */
    private static Set<String> operationsCalled() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/catalogimport/aws"))) {
            Set<String> operations = new TreeSet<>();
            for (Path source : sources.toList()) {
                OPERATION
                        .matcher(Files.readString(source))
                        .results()
                        .map(call -> call.group(1))
                        .forEach(operations::add);
            }
            return operations;
        }
    }

    private static List<JsonNode> statements(String policy) throws IOException {
        return stream(JobFiles.json("iam/" + policy + "-policy.json").path("Statement"))
                .toList();
    }

    /** What all policies together allow. */
    private static Set<String> allowed() throws IOException {
        Set<String> allowed = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("jobs/iam"), "*-policy.json")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName()).replace("-policy.json", "");
                if (!name.equals("trust")) {
                    allowed.addAll(actions(name, "Allow"));
                }
            }
        }
        return allowed;
    }

    private static Set<String> actions(String policy, String effect) throws IOException {
        return statements(policy).stream()
                .filter(statement -> statement.path("Effect").asString().equals(effect))
                .map(statement -> statement.path("Action"))
                .flatMap(action -> action.isArray() ? stream(action) : Stream.of(action))
                .map(JsonNode::asString)
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> lines(String file, String start) throws IOException {
        return read(file).lines().filter(line -> line.startsWith(start)).toList();
    }

    private static boolean tellsASecret(String line) {
        return JobFiles.SECRET.matcher(line).find();
    }
}
