package io.catalogimport.importing;

import static io.catalogimport.aws.AwsFailures.accessDenied;
import static io.catalogimport.aws.AwsFailures.expired;
import static io.catalogimport.aws.AwsFailures.notConnected;
import static io.catalogimport.aws.AwsFailures.operationInProgress;
import static io.catalogimport.aws.AwsFailures.refused;
import static io.catalogimport.aws.AwsFailures.roleNotAssumed;
import static io.catalogimport.aws.AwsFailures.throttled;
import static io.catalogimport.aws.AwsFailures.unavailable;
import static io.catalogimport.aws.FakeCatalog.record;
import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.importing.ImporterScene.MAPPING;
import static io.catalogimport.importing.ImporterScene.OUTAGE;
import static io.catalogimport.importing.ImporterScene.TIMEOUT;
import static io.catalogimport.importing.ImporterScene.product;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.ImportRequest;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link StackImporter} gets AWS to take an import, once. */
class SubmissionIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private ImporterScene scene;

    @BeforeEach
    void setScene() {
        scene = new ImporterScene(DATABASE);
    }

    @Test
    void importsAStackAndWritesDownAllThatIsKnown() {
        scene.everythingSucceeds();

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        LedgerRow row = scene.row();
        assertThat(row.state()).isEqualTo(MappingState.IMPORTED);
        assertThat(row.recordId()).isEqualTo("rec-1");
        assertThat(row.provisionedProductId()).isEqualTo("pp-1");
        assertThat(row.startedAt()).isEqualTo(FakeTime.START);
        assertThat(row.finishedAt()).isEqualTo(FakeTime.START.plusMillis(500));
    }

    @Test
    void asksForExactlyWhatTheMappingSays() {
        scene.everythingSucceeds();

        scene.importStack(MappingState.READY);

        String token = scene.tokenInLedger(MappingState.IMPORTED).orElseThrow();
        assertThat(scene.catalog.requests())
                .containsExactly(new ImportRequest(
                        MAPPING.stackArn(),
                        MAPPING.productId(),
                        MAPPING.provisioningArtifactId(),
                        MAPPING.provisionedProductName(),
                        token));
    }

    @Test
    void hasIntentAndTokenInTheLedgerBeforeItAsksAws() {
        scene.everythingSucceeds();
        List<Optional<String>> tokensWhenAsked = new ArrayList<>();
        scene.catalog.beforeAnswer(call -> {
            if (call.equals("importStack")) {
                tokensWhenAsked.add(scene.tokenInLedger(MappingState.SUBMITTING));
            }
        });

        scene.importStack(MappingState.READY);

        String sent = scene.catalog.requests().get(0).idempotencyToken();
        assertThat(tokensWhenAsked).containsExactly(Optional.of(sent));
    }

    @Test
    void hasTheRecordInTheLedgerBeforeItLooksAtIt() {
        scene.everythingSucceeds();
        List<LedgerRow> rowsWhenLookedAt = new ArrayList<>();
        scene.catalog.beforeAnswer(call -> {
            if (call.equals("findRecord")) {
                rowsWhenLookedAt.add(scene.row());
            }
        });

        scene.importStack(MappingState.READY);

        assertThat(rowsWhenLookedAt).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(MappingState.IN_PROGRESS);
            assertThat(row.recordId()).isEqualTo("rec-1");
        });
    }

    @Test
    void failsWithAwssCodeWordsAndRequestIdWhenItIsRefused() {
        scene.catalog.imports().thenThrow(refused("InvalidParametersException"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        LedgerRow row = scene.row();
        assertThat(row.state()).isEqualTo(MappingState.FAILED);
        assertThat(row.remark().code()).isEqualTo("InvalidParametersException");
        assertThat(row.remark().message()).contains("AWS answered InvalidParametersException", "request id req-1");
        assertThat(outcome).isEqualTo(new ImportOutcome.Failed(row.remark()));
        assertThat(scene.time.waits()).isEmpty();
    }

    @Test
    void adoptsWhatExistsWhenThatIsExactlyWhatWasAsked() {
        scene.everythingSucceeds();
        scene.catalog.imports().thenThrow(refused("DuplicateResourceException"));
        scene.catalog
                .provisionedProductByStack()
                .then(Optional.of(
                        product().withId("pp-there").lastRecord("rec-there").build()));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.row().provisionedProductId()).isEqualTo("pp-there");
        assertThat(scene.row().recordId()).isEqualTo("rec-there");
    }

    @Test
    void adoptsAProvisionedProductOfItsNameOnlyByItsOwnToken() {
        scene.everythingSucceeds();
        scene.catalog.imports().thenThrow(refused("DuplicateResourceException"));
        scene.catalog.beforeAnswer(call -> {
            if (call.equals("findProvisionedProductNamed")) {
                String token = scene.catalog.requests().get(0).idempotencyToken();
                scene.catalog
                        .provisionedProductByName()
                        .then(Optional.of(product()
                                .withoutPhysicalId()
                                .madeWithToken(token)
                                .build()));
            }
        });

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void doesNotAdoptAProvisionedProductOfItsNameThatSomebodyElseMade() {
        scene.catalog.imports().thenThrow(refused("DuplicateResourceException"));
        scene.catalog
                .provisionedProductByName()
                .then(Optional.of(
                        product().withoutPhysicalId().madeWithToken("another").build()));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
    }

    @Test
    void saysWhatExistsWhenThatIsNotWhatWasAsked() {
        scene.catalog.imports().thenThrow(refused("DuplicateResourceException"));
        scene.catalog
                .provisionedProductByStack()
                .then(Optional.of(
                        provisionedProductOf(aMapping().toProduct("prod-other").build())
                                .build()));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.row().remark().code()).isEqualTo("DuplicateResourceException");
        assertThat(scene.row().remark().message())
                .endsWith("What exists: provisioned product pp-1 named orders-live of product prod-other,"
                        + " version pa-web-1, in status AVAILABLE.");
    }

    @Test
    void failsByTheRefusalEvenIfWhatExistsMayNotBeLookedUp() {
        scene.catalog.imports().thenThrow(refused("InvalidParametersException"));
        scene.catalog.provisionedProductByStack().thenThrow(refused("UnknownOperationException"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.row().remark().code()).isEqualTo("InvalidParametersException");
    }

    @Test
    void waitsOutAnotherOperationInTheLane() {
        scene.everythingSucceeds();
        scene.catalog
                .imports()
                .thenThrow(operationInProgress())
                .thenThrow(operationInProgress())
                .thenThrow(operationInProgress())
                .then(record("CREATED"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.time.waits()).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(scene.catalog.calls())
                .as("nothing to look up: AWS has said that it did not take it")
                .startsWith("importStack", "importStack", "importStack", "importStack", "findProvisionedProduct");
    }

    @Test
    void sendsTheSameTokenEachTime() {
        scene.everythingSucceeds();
        scene.catalog
                .imports()
                .thenThrow(operationInProgress())
                .thenThrow(throttled())
                .thenThrow(unavailable())
                .then(record("CREATED"));

        scene.importStack(MappingState.READY);

        assertThat(scene.catalog.requests()).hasSize(4);
        assertThat(scene.catalog.requests().stream()
                        .map(ImportRequest::idempotencyToken)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void isUnresolvedWhenAnotherOperationLastsForTooLong() {
        scene.catalog.imports().thenThrow(operationInProgress());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("InvalidStateException");
        assertThat(scene.row().remark().message()).contains("This has lasted for 10 min", "run again");
        assertThat(scene.time.waited()).isBetween(TIMEOUT.minusSeconds(20), TIMEOUT);
    }

    @Test
    void asksNoMoreOnceTheTimeIsUp() {
        scene.everythingSucceeds();
        scene.endBy = Optional.of(FakeTime.START.plusSeconds(100));
        List<Instant> asked = new ArrayList<>();
        scene.catalog.beforeAnswer(call -> asked.add(scene.time.instant()));
        for (int busy = 0; busy < 9; busy++) {
            scene.catalog.imports().thenThrow(operationInProgress());
        }
        scene.catalog.imports().then(record("CREATED"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Postponed.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.READY);
        assertThat(scene.time.waited()).isEqualTo(Duration.ofSeconds(100));
        assertThat(asked).allMatch(scene.endBy.orElseThrow()::isAfter);
    }

    @Test
    void staysInFlightWhenTheTimeIsUpAfterAnAnswerWasLost() {
        scene.catalog.imports().thenThrow(unavailable()).thenThrow(refused("InvalidParametersException"));
        scene.endBy = Optional.of(FakeTime.START.plusSeconds(30));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().message())
                .endsWith("After that, the time in which imports may begin was over. Run again.");
    }

    @Test
    void forgetsWhyItWasBlockedWhenItGetsOnAtTheNextStart() {
        scene.catalog.imports().thenThrow(operationInProgress());
        scene.importStack(MappingState.READY);
        scene.everythingSucceeds();
        scene.catalog.imports().afresh().then(record("CREATED"));

        scene.importAgain();
        scene.importAgain();

        assertThat(scene.row().state()).isEqualTo(MappingState.IMPORTED);
        assertThat(scene.row().remark()).isEqualTo(Remark.NONE);
    }

    @Test
    void looksWhetherALostRequestTookEffectBeforeItIsSentAgain() {
        scene.everythingSucceeds();
        scene.catalog.imports().thenThrow(unavailable()).then(record("CREATED"));

        scene.importStack(MappingState.READY);

        assertThat(scene.catalog.calls())
                .startsWith("importStack", "searchByPhysicalId", "findProvisionedProductNamed", "importStack");
    }

    @Test
    void doesNotSendALostRequestAgainThatTookEffect() {
        scene.everythingSucceeds();
        scene.catalog.imports().thenThrow(unavailable());
        scene.catalog.provisionedProductByStack().then(Optional.of(product().build()));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.catalog.requests()).hasSize(1);
    }

    @Test
    void findsALostRequestThatIsSeenOnlyAfterAWhile() {
        scene.everythingSucceeds();
        scene.catalog.imports().thenThrow(unavailable()).thenThrow(refused("DuplicateResourceException"));
        scene.catalog
                .provisionedProductByStack()
                .then(Optional.empty())
                .then(Optional.empty())
                .then(Optional.empty())
                .then(Optional.of(product().build()));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported());
        assertThat(scene.time.waited()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void staysInFlightWhenCredentialsExpireAfterAnAnswerWasLost() {
        scene.catalog.imports().thenThrow(unavailable());
        scene.catalog.provisionedProductByStack().thenThrow(expired());

        assertThatThrownBy(() -> scene.importStack(MappingState.READY)).isInstanceOf(AwsCredentialsException.class);

        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
    }

    @Test
    void isReadyAgainWhenCredentialsExpireBeforeAwsTookIt() {
        scene.catalog.imports().thenThrow(expired());

        assertThatThrownBy(() -> scene.importStack(MappingState.READY)).isInstanceOf(AwsCredentialsException.class);

        assertThat(scene.row().state()).isEqualTo(MappingState.READY);
    }

    @Test
    void staysInFlightWhenAPermissionIsLostAfterAnAnswerWasLost() {
        scene.catalog.imports().thenThrow(unavailable()).thenThrow(accessDenied());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("ACCESS_DENIED");
    }

    @Test
    void staysInFlightWhenTheRoleIsLostAfterAnAnswerWasLost() {
        scene.catalog.imports().thenThrow(unavailable());
        scene.catalog.provisionedProductByStack().thenThrow(roleNotAssumed());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
    }

    @Test
    void takesARefusalForTrueOnceALostRequestWouldHaveBeenSeen() {
        scene.catalog.imports().thenThrow(unavailable()).thenThrow(refused("DuplicateResourceException"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.time.waited()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(90));
    }

    @Test
    void asksForNothingWhileItMayNot() {
        scene.guard = () -> {
            throw new IllegalStateException("The locks are lost");
        };

        assertThatThrownBy(() -> scene.importStack(MappingState.READY)).hasMessage("The locks are lost");

        assertThat(scene.catalog.requests()).isEmpty();
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
    }

    @Test
    void staysInFlightWhenAwsDoesNotAnswerForTooLong() {
        scene.catalog.imports().thenThrow(unavailable());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.row().remark().code()).isEqualTo("REGION_UNREACHABLE");
        assertThat(scene.time.waited()).isBetween(OUTAGE.minusSeconds(20), OUTAGE);
    }

    @Test
    void isReadyAgainWhenNoConnectionCouldBeMadeForTooLong() {
        scene.catalog.imports().thenThrow(notConnected());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Postponed.class, postponed -> assertThat(
                        postponed.remark().code())
                .isEqualTo("REGION_UNREACHABLE"));
        assertThat(scene.row().state()).isEqualTo(MappingState.READY);
        assertThat(scene.catalog.calls())
                .as("nothing was sent, so nothing is looked up")
                .containsOnly("importStack");
    }

    @Test
    void failsAloneWhereAPermissionIsMissing() {
        scene.catalog.imports().thenThrow(accessDenied());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.row().remark().code()).isEqualTo("ACCESS_DENIED");
        assertThat(scene.row().remark().message()).startsWith("AWS answered AccessDenied");
    }

    @Test
    void asksAgainWhileAccessThatWasJustGrantedIsNotSeenEverywhere() {
        scene.everythingSucceeds();
        AwsRefusedException noPath =
                refused("ResourceNotFoundException", "No launch paths found for resource: prod-web");
        scene.catalog.imports().thenThrow(noPath).thenThrow(noPath).then(record("CREATED"));

        assertThat(scene.importStack(MappingState.READY)).isEqualTo(new ImportOutcome.Imported());

        assertThat(scene.catalog.requests().stream()
                        .map(ImportRequest::idempotencyToken)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void failsAfterAMinuteWithoutALaunchPath() {
        scene.catalog
                .imports()
                .thenThrow(refused("ResourceNotFoundException", "No launch paths found for resource: prod-web"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));
    }

    @Test
    void asksAgainAfterARefusalInUnknownWordsOfAStackWhoseStatusIsFine() {
        scene.everythingSucceeds();
        scene.stacks.afresh().shows("CREATE_COMPLETE").shows("IMPORT_COMPLETE");
        scene.catalog.imports().thenThrow(refused("InvalidStateException")).then(record("CREATED"));

        assertThat(scene.importStack(MappingState.READY)).isEqualTo(new ImportOutcome.Imported());
    }

    @Test
    void failsAfterTwoMinutesOfRefusalsInUnknownWords() {
        scene.catalog.imports().thenThrow(refused("InvalidStateException"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.time.waited()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(150));
    }

    @Test
    void countsTheTwoMinutesFromTheFirstSuchRefusal() {
        scene.everythingSucceeds();
        scene.stacks.afresh().shows("CREATE_COMPLETE").shows("CREATE_COMPLETE").shows("IMPORT_COMPLETE");
        for (int busy = 0; busy < 12; busy++) {
            scene.catalog.imports().thenThrow(operationInProgress());
        }
        scene.catalog
                .imports()
                .thenThrow(refused("InvalidStateException"))
                .thenThrow(refused("InvalidStateException"))
                .then(record("CREATED"));

        assertThat(scene.importStack(MappingState.READY)).isEqualTo(new ImportOutcome.Imported());
    }

    /** The refusal is what the operator must see, not the failure of the question that would explain it. */
    @ParameterizedTest
    @MethodSource("failuresToLook")
    void failsByTheRefusalWhereTheStackCannotBeLookedAt(AwsException failure) {
        scene.stacks.fails(failure);
        scene.catalog.imports().thenThrow(refused("InvalidStateException"));

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.row().remark().code()).isEqualTo("InvalidStateException");
    }

    static List<AwsException> failuresToLook() {
        return List.of(refused("ValidationError"), accessDenied(), unavailable(), roleNotAssumed());
    }

    @Test
    void failsAtOnceWhereTheStacksStatusIsWhatIsRefused() {
        scene.stacks.shows("UPDATE_IN_PROGRESS");
        scene.catalog.imports().thenThrow(refused("InvalidStateException"));

        scene.importStack(MappingState.READY);

        assertThat(scene.row().state()).isEqualTo(MappingState.FAILED);
        assertThat(scene.time.waited()).isZero();
    }

    @Test
    void failsWhereTheAccountsRoleCannotBeAssumed() {
        scene.catalog.imports().thenThrow(roleNotAssumed());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Failed.class);
        assertThat(scene.row().remark().code()).isEqualTo("ROLE_NOT_ASSUMED");
    }

    @Test
    void isNotForgottenWhereTheAccountsRoleCanNoLongerBeAssumed() {
        scene.catalog.records().thenThrow(roleNotAssumed());

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isInstanceOf(ImportOutcome.Unresolved.class);
        assertThat(scene.row().state()).isEqualTo(MappingState.UNRESOLVED);
        assertThat(scene.row().recordId()).isEqualTo("rec-1");
    }

    @Test
    void stopsBetweenTwoTries() {
        scene.catalog.imports().thenThrow(operationInProgress());
        scene.time.stopAfterWaits(2);

        ImportOutcome outcome = scene.importStack(MappingState.READY);

        assertThat(outcome).isEqualTo(new ImportOutcome.Suspended());
        assertThat(scene.row().state()).isEqualTo(MappingState.SUBMITTING);
        assertThat(scene.catalog.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGED", "REJECTED", "ALREADY_IMPORTED", "IMPORTED", "FAILED"})
    void doesNotImportWhatIsNeitherReadyNorInFlight(MappingState state) {
        assertThatThrownBy(() -> scene.importStack(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line 2 is " + state + ": there is nothing to import");

        assertThat(scene.catalog.calls()).isEmpty();
    }
}
