package io.catalogimport;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The arrows between the packages, and what may be used where. */
@AnalyzeClasses(packages = "io.catalogimport", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** From top to bottom: a package uses only packages that stand after it. */
    private static final List<String> LAYERS = List.of(
            "cli",
            "launch",
            "job",
            "metrics",
            "run",
            "status",
            "report",
            "releasing",
            "handover",
            "importing",
            "verification",
            "discovery",
            "validation",
            "ledger",
            "database",
            "mapping",
            "aws");

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWNWARDS =
            downwards().because("a reader of a package need only know the packages below it");

    private static LayeredArchitecture downwards() {
        LayeredArchitecture arrows = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : LAYERS) {
            arrows = arrows.layer(layer).definedBy(packageOf(layer));
        }
        arrows = arrows.whereLayer(LAYERS.get(0)).mayNotBeAccessedByAnyLayer();
        for (int layer = 1; layer < LAYERS.size(); layer++) {
            String[] above = LAYERS.subList(0, layer).toArray(String[]::new);
            arrows = arrows.whereLayer(LAYERS.get(layer)).mayOnlyBeAccessedByLayers(above);
        }
        return arrows;
    }

    private static String packageOf(String layer) {
        return "io.catalogimport." + layer + "..";
    }

    @ArchTest
    static final ArchRule STEPS_DO_NOT_KNOW_THE_FLOW = noClasses()
            .that()
            .resideInAPackage("io.catalogimport.job.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.catalogimport.job")
            .because("the flow is made of steps, and a step does not know which one comes next");

    @ArchTest
    static final ArchRule STEPS_ARE_READ_IN_AN_ORDER = slices().matching("io.catalogimport.job.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader of one step need not know a step that needs it in turn");

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_ONE_OF_THE_LAYERS_OR_THE_SANDBOX = classes()
            .should()
            .resideInAnyPackage(Stream.concat(LAYERS.stream(), Stream.of("sandbox"))
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new))
            .because("a package that the rules of this test do not know is held by none of them");

    @ArchTest
    static final ArchRule THE_SANDBOX_IS_ONLY_STARTED = noClasses()
            .that()
            .resideOutsideOfPackage("io.catalogimport.sandbox..")
            .and()
            .doNotHaveFullyQualifiedName("io.catalogimport.cli.SandboxCommand")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.catalogimport.sandbox..")
            .because("the sandbox is reached over HTTP, like AWS, so that nothing can work with it alone");

    @ArchTest
    static final ArchRule THE_SANDBOX_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.catalogimport.sandbox..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.catalogimport..").and(not(resideInAPackage("io.catalogimport.sandbox.."))))
            .because("a stand-in that shares code with what it tests would share its mistakes");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_SPRING_BATCH = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.catalogimport.mapping..",
                    "io.catalogimport.validation..",
                    "io.catalogimport.discovery..",
                    "io.catalogimport.verification..",
                    "io.catalogimport.releasing..",
                    "io.catalogimport.handover..",
                    "io.catalogimport.importing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("how a mapping is read, judged and imported has nothing to do with how the job is run");

    @ArchTest
    static final ArchRule ONLY_THE_JOB_AND_THE_COMMANDS_KNOW_SPRING_BATCH = noClasses()
            .that()
            .resideOutsideOfPackages("io.catalogimport.job..", "io.catalogimport.launch..", "io.catalogimport.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .because("Spring Batch runs the work and does not do it");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOW_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("io.catalogimport.metrics..")
            .and()
            .doNotHaveFullyQualifiedName("io.catalogimport.launch.MetricsApplication")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("nothing of it is loaded where nobody wants metrics");

    @ArchTest
    static final ArchRule ONLY_AWS_KNOWS_THE_SDK = noClasses()
            .that()
            .resideOutsideOfPackage("io.catalogimport.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("errors and retries of the SDK are understood in one place");

    @ArchTest
    static final ArchRule ONLY_LEDGER_AND_DATABASE_SPEAK_SQL = noClasses()
            .that()
            .resideOutsideOfPackages("io.catalogimport.ledger..", "io.catalogimport.database..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "org.postgresql..").and(not(assignableTo(SQLException.class))))
            .because("all SQL is in these two; others may only explain why it failed");

    /** A second caller could forget that the stack is to be kept, and AWS would delete it. */
    @ArchTest
    static void oneMethodTerminatesProvisionedProducts(JavaClasses program) {
        Set<String> callers = program.stream()
                .filter(each -> !each.getPackageName().startsWith("io.catalogimport.sandbox"))
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getName().contains("TerminateProvisionedProduct")
                        || access.getTarget().getName().startsWith("terminateProvisionedProduct"))
                .map(access -> access.getOrigin().getFullName().replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());

        assertThat(callers).containsExactly("io.catalogimport.aws.SdkReleaseGateway.release");
    }

    @ArchTest
    static final ArchRule NO_QUERY_KEEPS_ITS_CONNECTION = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("such a stream has to be closed, and list() does it by itself");

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_PRINT = noClasses()
            .that()
            .resideOutsideOfPackage("io.catalogimport.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("scripts depend on what goes to stdout and what to stderr");

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_END_THE_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage("io.catalogimport.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("exit codes are a contract that is kept in one place");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("tests move the clock and do not wait");

    @ArchTest
    static final ArchRule LOCAL_TIMES_ARE_LEFT_TO_SPRING_BATCH = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.catalogimport.launch.ExecutionRecovery")
            .should()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now", ZoneId.class)
            .because("only Spring Batch's own tables keep times without a zone");

    @ArchTest
    static final ArchRule NOTHING_BUT_A_PASSWORD_IS_RANDOM = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.catalogimport.database.DatabasePassword")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.Random|java\\.security\\.SecureRandom")
            .because("a token that cannot be computed again makes a second import after a crash");

    @ArchTest
    static final ArchRule LOGGING_IS_SLF4J =
            NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("one logging configuration counts for all");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("what a class needs stands in its constructor");
}
