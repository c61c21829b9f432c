package io.catalogimport.importing;

import static io.catalogimport.aws.AwsFailures.accessDenied;
import static io.catalogimport.aws.AwsFailures.refused;
import static io.catalogimport.aws.AwsFailures.roleNotAssumed;
import static io.catalogimport.aws.AwsFailures.unavailable;
import static io.catalogimport.aws.FakeCatalog.record;
import static io.catalogimport.importing.ImporterScene.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.ImportRequest;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Judged;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@link StackImporter} goes on with what an earlier start of the program has left in the ledger. */
class ResumedImportIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private ImporterScene scene;

    @BeforeEach
    void setScene() {
        scene = new ImporterScene(DATABASE);
    }

    /** The end of the process, as sudden as a test can have it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void isReadyAgainWhenAwsNeverGotTheRequest() {
        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isEqualTo(new ImportOutcome.TakenBack());
        assertThat(scene.row().state()).isEqualTo(MappingState.READY);
        assertThat(scene.catalog.calls()).containsOnly("searchByPhysicalId", "findProvisionedProductNamed");
    }

    @Test
    void sendsALostRequestAgainWithItsTokenAfterItHasLookedOnceMore() {
        scene.everythingSucceeds();
        dieAt("importStack");
        scene.importAgain();
        int callsBefore = scene.catalog.calls().size();

        ImportOutcome outcome = scene.importAgain();

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog
                        .calls()
                        .subList(callsBefore, scene.catalog.calls().size()))
                .startsWith("searchByPhysicalId", "findProvisionedProductNamed", "importStack");
        assertThat(scene.catalog.requests().stream()
                        .map(ImportRequest::idempotencyToken)
                        .distinct())
                .hasSize(1);
    }

    /** It may have been repeated all the time, and AWS may have taken the last one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void findsALostRequestThatIsSeenOnlyAMinuteLater(int minutesSinceItsFirstTry) {
        scene.everythingSucceeds();
        dieAt("importStack");
        scene.time.advance(Duration.ofMinutes(minutesSinceItsFirstTry));
        scene.catalog
                .provisionedProductByStack()
                .then(Optional.empty())
                .then(Optional.of(product().build()));

        assertThat(scene.importAgain()).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.time.waited()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void staysInFlightWhenItIsStoppedBeforeALostRequestWouldBeSeen() {
        dieAt("importStack");
        scene.time.stopAfterWaits(0);

        assertThat(scene.importAgain()).isEqualTo(new ImportOutcome.Suspended());
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
    }

    private void dieAt(String fatal) {
        scene.catalog.beforeAnswer(call -> {
            if (call.equals(fatal)) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> scene.importStack(MappingState.READY)).isInstanceOf(Killed.class);
        scene.catalog.beforeAnswer(call -> {});
    }

    @Test
    void looksByNameWhereTheSearchByStackIsRefused() {
        scene.everythingSucceeds();
        scene.catalog.provisionedProductByStack().thenThrow(refused("InvalidParametersException"));
        scene.catalog
                .provisionedProductByName()
                .then(Optional.of(
                        product().withoutPhysicalId().madeWithToken("token-2").build()));

        assertThat(scene.importStack(MappingState.SUBMITTING)).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void looksThroughAllWhereNeitherStackNorNameMayBeAskedFor() {
        scene.everythingSucceeds();
        scene.catalog.provisionedProductByStack().thenThrow(refused("InvalidParametersException"));
        scene.catalog.provisionedProductByName().thenThrow(accessDenied());
        scene.catalog.allProvisionedProducts().then(List.of(product().build()));

        assertThat(scene.importStack(MappingState.SUBMITTING)).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void staysAsItIsWithAReasonWhereNoLookIsAllowed() {
        scene.catalog.provisionedProductByStack().thenThrow(refused("InvalidParametersException"));
        scene.catalog.provisionedProductByName().thenThrow(accessDenied());
        scene.catalog.allProvisionedProducts().thenThrow(accessDenied());

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("IMPORT_NOT_KNOWN");
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void staysAsItIsWithAReasonWhereTheLaneCannotBeReached() {
        scene.catalog.provisionedProductByStack().thenThrow(unavailable());

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("REGION_UNREACHABLE");
    }

    @Test
    void staysAsItIsWithAReasonWhereTheRoleCannotBeAssumed() {
        scene.catalog.provisionedProductByStack().thenThrow(roleNotAssumed());

        scene.importStack(MappingState.SUBMITTING);

        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("ROLE_NOT_ASSUMED");
    }

    @Test
    void adoptsWhatALostRequestHasMade() {
        scene.everythingSucceeds();
        scene.catalog.provisionedProductByStack().then(Optional.of(product().build()));

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void adoptsWhatTheSearchDoesNotShowYetByItsNameAndToken() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductByName()
                .then(Optional.of(
                        product().withoutPhysicalId().madeWithToken("token-2").build()));

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void followsAnAdoptedProvisionedProductWhoseRecordIsNotKnown() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductByStack()
                .then(Optional.of(product().lastRecord(null).build()));

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.calls()).doesNotContain("findRecord", "importStack");
    }

    @Test
    void sendsNothingAgainAsLongAsItCannotLook() {
        scene.everythingSucceeds();
        scene.catalog
                .provisionedProductByStack()
                .thenThrow(unavailable())
                .then(Optional.of(product().build()));

        ImportOutcome outcome = scene.importStack(MappingState.SUBMITTING);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void looksAtOnceAtAnImportThatWasInProgress() {
        scene.everythingSucceeds();

        ImportOutcome outcome = scene.importStack(MappingState.IN_PROGRESS);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.time.waited()).isZero();
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void goesOnWithAnImportThatWasStopped() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS")));
        scene.time.stopAfterWaits(2);
        scene.importStack(MappingState.READY);
        scene.time.goOn();
        scene.everythingSucceeds();

        ImportOutcome outcome = scene.importAgain();

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.requests()).hasSize(1);
    }

    @Test
    void doesNotTakeTheTimeOfAStopForThatOfTheImport() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS")));
        scene.time.stopAfterWaits(1);
        scene.importStack(MappingState.READY);
        scene.time.goOn();
        scene.time.advance(Duration.ofHours(8));
        scene.everythingSucceeds();

        scene.importAgain();

        assertThat(scene.schedule.untilNextLook(ImporterScene.LANE, Duration.ZERO))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(LedgerScene.figures(DATABASE).recentDurations(1)).isEmpty();
    }

    @Test
    void followsAnUnresolvedImportAgainAndNeverSubmitsIt() {
        scene.everythingSucceeds();

        ImportOutcome outcome = scene.importStack(MappingState.UNRESOLVED);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.row().state()).isEqualTo(MappingState.IMPORTED);
        assertThat(scene.row().remark()).isEqualTo(Remark.NONE);
        assertThat(scene.catalog.requests()).isEmpty();
    }

    @Test
    void givesAnUnresolvedImportItsWholeTimeAgain() {
        scene.catalog.records().then(Optional.of(record("IN_PROGRESS")));

        ImportOutcome outcome = scene.importStack(MappingState.UNRESOLVED);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.time.waited()).isBetween(ImporterScene.TIMEOUT, ImporterScene.TIMEOUT.plusSeconds(1));
    }

    @Test
    void takesAnotherTokenForTheNextAttemptOfAFailedImport() {
        scene.catalog.imports().thenThrow(refused("InvalidParametersException"));
        scene.importStack(MappingState.READY);
        scene.ledger.startAnew();
        LedgerEntry reopened = scene.ledger.entry(2, MappingState.STAGED);
        scene.ledger
                .ledger()
                .validated(List.of(new Judged(reopened, MappingState.READY, Remark.NONE, null, LedgerScene.VALIDATED)));

        scene.importAgain();

        assertThat(scene.catalog.requests())
                .extracting(ImportRequest::idempotencyToken)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    /** An uninterrupted import makes three calls to Service Catalog, and the process dies at one of them. */
    @ParameterizedTest(name = "at {0}")
    @ValueSource(strings = {"importStack", "findRecord", "findProvisionedProduct"})
    void comesToTheSameEndWheneverTheProcessDies(String fatal) {
        scene.everythingSucceeds();
        dieAt(fatal);

        ImportOutcome outcome = scene.importAgain();
        if (outcome instanceof ImportOutcome.TakenBack) {
            outcome = scene.importAgain();
        }

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.row().state()).isEqualTo(MappingState.IMPORTED);
        assertThat(scene.catalog.requests().stream()
                        .map(ImportRequest::idempotencyToken)
                        .distinct())
                .as("one import, whatever happens")
                .hasSize(1);
    }
}
