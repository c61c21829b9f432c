package io.catalogimport.importing;

import static io.catalogimport.aws.AwsFailures.accessDenied;
import static io.catalogimport.aws.AwsFailures.expired;
import static io.catalogimport.aws.AwsFailures.refused;
import static io.catalogimport.aws.AwsFailures.regionNotEnabled;
import static io.catalogimport.aws.AwsFailures.unavailable;
import static io.catalogimport.aws.FakeCatalog.record;
import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.importing.ImporterScene.LANE;
import static io.catalogimport.importing.ImporterScene.TIMEOUT;
import static io.catalogimport.importing.ImporterScene.product;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.CatalogRecord.Fault;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@link StackImporter} follows an import that AWS has taken, and what it makes of what it sees. */
class FollowingIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private ImporterScene scene;

    @BeforeEach
    void setScene() {
        scene = new ImporterScene(DATABASE);
    }

    @Test
    void waitsForProvisionedProductRecordAndStackInTurn() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS"))).then(Optional.of(record("SUCCEEDED")));
        scene.catalog
                .provisionedProductById()
                .then(Optional.of(product().inStatus("UNDER_CHANGE").build()))
                .then(Optional.of(product().build()));
        scene.stacks.shows("UPDATE_COMPLETE").shows("IMPORT_IN_PROGRESS").shows("IMPORT_COMPLETE");

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.calls())
                .as("what has once been right is not asked for again")
                .containsExactly(
                        "importStack",
                        "findProvisionedProduct",
                        "findProvisionedProduct",
                        "findRecord",
                        "findProvisionedProduct",
                        "findRecord");
        assertThat(scene.stacks.calls()).hasSize(3);
    }

    @Test
    void sparesTheLookAtARecordThatTheProvisionedProductSaysHasSucceeded() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.of(product().inStatus("UNDER_CHANGE").build()))
                .then(Optional.of(product().lastSuccessfulRecord("rec-1").build()));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.calls())
                .containsExactly("importStack", "findProvisionedProduct", "findProvisionedProduct");
    }

    @Test
    void asksForTheRecordWhereTheProvisionedProductTellsOfAnotherOne() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.of(product().lastSuccessfulRecord("rec-0").build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.catalog.calls()).containsExactly("importStack", "findProvisionedProduct", "findRecord");
    }

    @Test
    void noticesThatTheRecordFailedWhileTheProvisionedProductIsStillUnderChange() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.catalog
                .provisionedProductById()
                .then(Optional.of(product().inStatus("UNDER_CHANGE").build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(Collections.frequency(scene.catalog.calls(), "findProvisionedProduct"))
                .isEqualTo(7);
    }

    @Test
    void asksForTheRecordAtTheEighthLookAlsoWhenTheLooksBeforeFailed() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.catalog.provisionedProductById().thenThrow(unavailable());

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(Collections.frequency(scene.catalog.calls(), "findProvisionedProduct"))
                .isEqualTo(7);
    }

    @Test
    void staysInAPhaseWhoseFirstLookFails() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.empty())
                .thenThrow(unavailable())
                .then(Optional.of(product().build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.IMPORTED);
        assertThat(scene.catalog.calls())
                .containsExactly(
                        "importStack",
                        "findProvisionedProduct",
                        "findRecord",
                        "findProvisionedProduct",
                        "findProvisionedProduct");
    }

    @Test
    void asksForTheRecordWhereTheProvisionedProductMayNotBeSeen() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.catalog.provisionedProductById().thenThrow(refused("InvalidParametersException"));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
    }

    @Test
    void takesARecordInErrorForUnfinished() {
        scene.everythingSucceeds();
        scene.catalog
                .records()
                .afresh()
                .then(Optional.of(record("IN_PROGRESS_IN_ERROR")))
                .then(Optional.of(record("SUCCEEDED")));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void failsInAwssWordsWhenTheRecordFailed() {
        scene.recordFails(new Fault("ResourceLimit", "too many"), new Fault("Other", "no way"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        LedgerRow row = scene.row();
        assertThat(row.state()).isEqualTo(MappingState.FAILED);
        assertThat(row.remark().code()).isEqualTo("ResourceLimit");
        assertThat(row.remark().message())
                .isEqualTo("Service Catalog's record rec-1 FAILED: ResourceLimit: too many; Other: no way."
                        + " Fix the cause, then run again.");
        assertThat(outcome).isEqualTo(new ImportOutcome.Failed(row.remark()));
    }

    @Test
    void failsWithACodeOfItsOwnWhenAwsGivesNoReason() {
        scene.recordFails();

        scene.importStack(MappingState.READY);

        assertThat(scene.row().remark().code()).isEqualTo("IMPORT_FAILED");
        assertThat(scene.row().remark().message()).contains("no reason given");
    }

    @Test
    void doesNotFreeTheLaneBeforeTheStackOfAFailedImportIsAtRest() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.stacks
                .shows("IMPORT_IN_PROGRESS")
                .shows("IMPORT_ROLLBACK_IN_PROGRESS")
                .shows("IMPORT_ROLLBACK_COMPLETE");

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.stacks.calls()).hasSize(3);
        assertThat(scene.row().finishedAt()).isEqualTo(scene.time.instant());
    }

    @Test
    void isUnresolvedAtTheTimeLimitWhenTheStackOfAFailedImportNeverComesToRest() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.stacks.shows("IMPORT_ROLLBACK_IN_PROGRESS");

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().remark().code()).isEqualTo("Broken");
        assertThat(scene.row().remark().message())
                .startsWith(
                        "The import failed, and after 10 min its stack is still in progress. See the stack's events,"
                                + " then run again to follow it further. The failure: Service Catalog's record rec-1 FAILED");
        assertThat(scene.time.waited()).isBetween(TIMEOUT, TIMEOUT.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAINTED", "ERROR"})
    void failsWhenTheProvisionedProductIsBad(String status) {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.of(product().inStatus(status, "it broke").build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("PROVISIONED_PRODUCT_" + status);
        assertThat(scene.row().remark().message()).startsWith("Provisioned product pp-1 is " + status + ": it broke.");
    }

    @Test
    void isUnresolvedWhenTheStackNeverBecomesImportComplete() {
        scene.catalogSucceeds();
        scene.stacks.shows("IMPORT_IN_PROGRESS");

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        LedgerRow row = scene.row();
        assertThat(row.state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(row.remark().code()).isEqualTo("TIMED_OUT");
        assertThat(row.remark().message())
                .isEqualTo("The import did not end within 10 min. Last seen: record SUCCEEDED, provisioned product"
                        + " AVAILABLE and stack IMPORT_IN_PROGRESS. If AWS leaves the status of imported stacks as it"
                        + " was, run again with --completion record.");
        assertThat(outcome).isEqualTo(new ImportOutcome.Unresolved(row.remark()));
    }

    @Test
    void isUnresolvedJustWhenItsTimeIsUp() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS")));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().remark().message())
                .contains("Last seen: record rec-1 IN_PROGRESS", "Look at it in the AWS console");
        assertThat(scene.time.waited()).isBetween(TIMEOUT, TIMEOUT.plusSeconds(1));
    }

    @Test
    void saysInAwssWordsWhyTheLatestLookFailedWhenItsTimeIsUp() {
        scene.catalog
                .records()
                .then(Optional.of(record("IN_PROGRESS")))
                .thenThrow(refused("InvalidParametersException"));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().remark().code()).isEqualTo("TIMED_OUT");
        assertThat(scene.row().remark().message())
                .contains("Last seen: ", "InvalidParametersException")
                .doesNotContain("rec-1 IN_PROGRESS");
    }

    @Test
    void doesNotAskForTheStackWhereTheRecordCounts() {
        scene.completesWithTheRecord();
        scene.catalogSucceeds();

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.stacks.calls()).isEmpty();
    }

    @Test
    void failsAtOnceWhereTheRecordCounts() {
        scene.completesWithTheRecord();
        scene.recordFails(new Fault("Broken", "no"));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.stacks.calls()).isEmpty();
    }

    @Test
    void takesARollbackThatTheStackBeganWithForNoFailure() {
        scene.catalogSucceeds();
        scene.stacks
                .shows("IMPORT_ROLLBACK_COMPLETE")
                .shows("IMPORT_IN_PROGRESS")
                .shows("IMPORT_COMPLETE");

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void takesARollbackAfterTheStackHasMovedForAFailure() {
        scene.catalogSucceeds();
        scene.stacks
                .shows("IMPORT_ROLLBACK_COMPLETE")
                .shows("IMPORT_IN_PROGRESS")
                .shows("IMPORT_ROLLBACK_COMPLETE");

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("STACK_IMPORT_ROLLBACK_COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMPORT_ROLLBACK_FAILED", "DELETE_COMPLETE", "UPDATE_ROLLBACK_FAILED"})
    void failsWhenTheStackIsInAStatusThatNoImportPasses(String status) {
        scene.catalogSucceeds();
        scene.stacks.shows(status);

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("STACK_" + status);
        assertThat(scene.row().remark().message()).contains("the stack is " + status + ".");
    }

    @Test
    void failsWhenTheStackIsGone() {
        scene.catalogSucceeds();
        scene.stacks.isMissing();

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code())
                .as("not the code of a stack that validation did not find")
                .isEqualTo("STACK_GONE");
        assertThat(scene.row().remark().message()).contains("its stack no longer exists");
    }

    @Test
    void letsTheProvisionedProductDecideWhereTheRecordIsNotKnown() {
        scene.everythingSucceeds();
        scene.catalog.records().afresh().then(Optional.empty());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void failsWhereTheRecordIsNotKnownAndSomethingElseExists() {
        scene.catalog.records().then(Optional.empty());
        scene.catalog
                .provisionedProductById()
                .then(Optional.of(
                        provisionedProductOf(aMapping().toProduct("prod-other").build())
                                .build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("RECORD_NOT_FOUND");
        assertThat(scene.row().remark().message()).contains("of product prod-other");
    }

    @Test
    void failsAfterAMinuteInWhichNeitherRecordNorProvisionedProductIsKnown() {
        scene.catalog.records().then(Optional.empty());
        scene.catalog.provisionedProductById().then(Optional.empty());

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("PROVISIONED_PRODUCT_GONE");
        assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
    }

    @Test
    void failsAfterAMinuteWithoutTheProvisionedProductOfAnImportThatSucceeded() {
        scene.catalog.records().then(Optional.of(record("SUCCEEDED")));
        scene.catalog.provisionedProductById().then(Optional.empty());

        ImportOutcome outcome = scene.importStack(MappingState.UNRESOLVED);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.row().remark().code()).isEqualTo("PROVISIONED_PRODUCT_GONE");
        assertThat(scene.row().remark().message()).contains("Run again");
        assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
    }

    @Test
    void waitsForAProvisionedProductThatIsShownOnlyLater() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.empty())
                .then(Optional.empty())
                .then(Optional.empty())
                .then(Optional.of(product().build()));

        assertThat(scene.importStack(MappingState.READY)).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void stopsWaitingForAStackThatKeepsTheStatusFromBeforeTheImport() {
        scene.catalogSucceeds();
        scene.stacks.shows("UPDATE_COMPLETE");

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().remark().code()).isEqualTo("STACK_STATUS_UNCHANGED");
        assertThat(scene.row().remark().message())
                .isEqualTo("The record SUCCEEDED and the provisioned product is AVAILABLE, but the stack has stayed"
                        + " UPDATE_COMPLETE for 3 min. If AWS leaves the status of imported stacks as it was, run"
                        + " again with --completion record.");
        assertThat(scene.time.waited())
                .isBetween(ImporterScene.UNCHANGED_AFTER, ImporterScene.UNCHANGED_AFTER.plusSeconds(60));
    }

    @Test
    void stopsWaitingForAStackThatRestsInAnotherStatusThanBeforeTheImport() {
        scene.catalogSucceeds();
        scene.stackWasBefore("CREATE_COMPLETE");
        scene.stacks.shows("UPDATE_IN_PROGRESS").shows("UPDATE_COMPLETE");

        scene.importStack(MappingState.READY);

        assertThat(scene.row().remark().code()).isEqualTo("STACK_STATUS_UNCHANGED");
        assertThat(scene.row().remark().message())
                .isEqualTo("The record SUCCEEDED and the provisioned product is AVAILABLE, but the stack has stayed"
                        + " UPDATE_COMPLETE for 3 min; before the import it was CREATE_COMPLETE. If it was changed since"
                        + " the import, or AWS leaves the status of imported stacks as it was, run again with"
                        + " --completion record.");
        assertThat(scene.time.waited())
                .isBetween(ImporterScene.UNCHANGED_AFTER, ImporterScene.UNCHANGED_AFTER.plusSeconds(90));
    }

    @Test
    void findsARecordThatAwsShowsOnlyLater() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductById()
                .afresh()
                .then(Optional.empty())
                .then(Optional.of(product().build()));
        scene.catalog.records().afresh().then(Optional.empty()).then(Optional.of(record("SUCCEEDED")));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void goesOnLookingAfterLooksThatFail() {
        scene.everythingSucceeds();
        scene.catalog
                .records()
                .afresh()
                .thenThrow(unavailable())
                .thenThrow(refused("InvalidParametersException"))
                .then(Optional.of(record("SUCCEEDED")));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void isUnresolvedAndSaysWhyWhenEveryLookFails() {
        scene.catalog.records().thenThrow(unavailable());

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().remark().code()).isEqualTo("REGION_UNREACHABLE");
        assertThat(scene.row().remark().message()).startsWith("AWS answered ApiCallTimeoutException");
    }

    @Test
    void endsTheRunWhenTheCredentialsExpire() {
        scene.catalog.records().thenThrow(expired());

        assertThatThrownBy(() -> scene.importStack(MappingState.READY)).isInstanceOf(AwsCredentialsException.class);

        assertThat(scene.row().state()).isEqualTo(MappingState.IN_PROGRESS);
        assertThat(scene.row().recordId()).isEqualTo("rec-1");
    }

    @Test
    void isUnresolvedWhenItMayNotLookForAMinute() {
        scene.catalog.records().thenThrow(accessDenied());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().remark().code()).isEqualTo("ACCESS_DENIED");
        assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
    }

    @Test
    void looksOnWhenAPermissionIsMissingOnlyForAMoment() {
        scene.everythingSucceeds();
        scene.catalog.records().afresh().thenThrow(accessDenied()).then(Optional.of(record("SUCCEEDED")));

        assertThat(scene.importStack(MappingState.READY)).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void keepsOtherLanesWaitingForAnEarlierImportOnlyAsLongAsPatienceWithAnOutageLasts() {
        scene.catalog.provisionedProductById().thenThrow(unavailable());

        ImportOutcome outcome = scene.importStack(MappingState.UNRESOLVED);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().remark().code()).isEqualTo("REGION_UNREACHABLE");
        assertThat(scene.time.waited()).isBetween(ImporterScene.OUTAGE, ImporterScene.OUTAGE.plusSeconds(31));
    }

    @Test
    void isUnresolvedAtOnceWhereNothingCanBeAskedInTheLane() {
        scene.catalog.provisionedProductById().thenThrow(regionNotEnabled());

        scene.importStack(MappingState.UNRESOLVED);

        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().remark().code()).isEqualTo("REGION_NOT_ENABLED");
        assertThat(scene.time.waited()).isZero();
    }

    @Test
    void stopsWhileItWaitsAndKeepsTheRecord() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS")));
        scene.time.stopAfterWaits(3);

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Suspended());
        assertThat(scene.row().state()).isEqualTo(MappingState.IN_PROGRESS);
        assertThat(scene.row().recordId()).isEqualTo("rec-1");
    }

    @Test
    void looksFirstWhenEarlierImportsWereDone() {
        scene.everythingSucceeds();
        scene.schedule.learn(LANE, Duration.ofSeconds(42), Duration.ofSeconds(42));

        scene.importStack(MappingState.READY);

        assertThat(scene.time.waits()).singleElement().satisfies(wait -> assertThat(wait)
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(42)));
    }

    @Test
    void learnsHowLongImportsTake() {
        scene.everythingSucceeds();
        scene.catalog.records().afresh();
        Collections.nCopies(30, record("IN_PROGRESS"))
                .forEach(unfinished -> scene.catalog.records().then(Optional.of(unfinished)));
        scene.catalog.records().then(Optional.of(record("SUCCEEDED")));

        scene.importStack(MappingState.READY);

        assertThat(scene.schedule.untilNextLook(LANE, Duration.ZERO))
                .isBetween(scene.time.waited().dividedBy(2), scene.time.waited());
    }

    @Test
    void learnsNothingFromImportsThatFail() {
        scene.recordFails(new Fault("Broken", "no"));
        scene.stacks.shows("IMPORT_ROLLBACK_IN_PROGRESS").shows("IMPORT_ROLLBACK_COMPLETE");
        PollSchedule withoutExperience = new PollSchedule(List.of(), new LookBudget(100, scene.time));

        scene.importStack(MappingState.READY);

        assertThat(scene.schedule.untilNextLook(LANE, Duration.ZERO))
                .isEqualTo(withoutExperience.untilNextLook(LANE, Duration.ZERO));
    }
}
