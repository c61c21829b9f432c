package io.catalogimport.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of rows whose provisioned products and stacks have changed since the import. */
class VerificationIT {
    private VerificationScene scene;

    @BeforeEach
    void begin(@TempDir Path directory) {
        scene = new VerificationScene(directory);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void whatIsStillAsItWasImportedMatches() throws IOException {
        scene.imported("orders", "invoices").start();

        List<VerifiedRow> rows = scene.verified();

        assertThat(rows).extracting(VerificationScene::words).containsExactly("MATCHES", "MATCHES");
        assertThat(rows.get(0).seen())
                .isEqualTo(new VerifiedRow.Seen(
                        "pp-orders", "arn:aws:iam::111122223333:user/sandbox", "AVAILABLE", "CREATE_COMPLETE"));
    }

    @Test
    void aTerminatedProvisionedProductIsMissing() throws IOException {
        scene.imported("orders", "invoices").start().terminated("orders");

        assertThat(scene.results()).containsExactly("DIFFERS MISSING_PROVISIONED_PRODUCT", "MATCHES");
    }

    @Test
    void anotherVersionDiffers() throws IOException {
        scene.imported("orders", "invoices").start().updatedToSecondVersion("invoices");

        List<VerifiedRow> rows = scene.verified();

        assertThat(rows).extracting(VerificationScene::words).containsExactly("MATCHES", "DIFFERS VERSION_DIFFERS");
        assertThat(rows.get(1).findings())
                .extracting(Finding::sentence)
                .containsExactly("The version of provisioned product pp-invoices is pa-two; expected is pa-one.");
    }

    @Test
    void aNameThatAnotherStackHasTakenIsNamed() throws IOException {
        scene.imported("orders")
                .others(VerificationScene.REGION, List.of("invoices"))
                .start();
        scene.terminated("orders");
        scene.importedAnew("invoices", "orders");

        assertThat(scene.results()).containsExactly("DIFFERS MISSING_PROVISIONED_PRODUCT;NAME_OF_ANOTHER_PRODUCT");
    }

    @Test
    void aStackThatWasImportedAnewUnderAnotherNameIsNamed() throws IOException {
        scene.imported("orders").start();
        scene.terminated("orders");
        scene.importedAnew("orders", "renamed");

        assertThat(scene.results()).containsExactly("DIFFERS MISSING_PROVISIONED_PRODUCT;STACK_OF_ANOTHER_PRODUCT");
    }

    @Test
    void aStackThatWasDeletedAndCreatedUnderTheSameNameIsReplaced() throws IOException {
        scene.imported("orders", "invoices").start().deletedStack("orders");
        scene.createdStack("orders");

        List<VerifiedRow> rows = scene.verified();

        assertThat(rows).extracting(VerificationScene::words).containsExactly("DIFFERS STACK_REPLACED", "MATCHES");
        assertThat(rows.get(0).findings().get(0).sentence()).contains("under its name: arn:aws:cloudformation:");
    }

    @Test
    void aReplacedStackIsSeenInALaneThatIsReadAsAList() throws IOException {
        scene.imported("a", "b", "c", "d", "e", "orders").start().deletedStack("orders");
        scene.createdStack("orders");

        assertThat(scene.results()).last().isEqualTo("DIFFERS STACK_REPLACED");
    }

    @Test
    void aDeletedStackIsMissing() throws IOException {
        scene.imported("orders").start().deletedStack("orders");

        assertThat(scene.results()).containsExactly("DIFFERS MISSING_STACK");
    }

    @Test
    void aFailedUpdateIsSaidByTheStatus() throws IOException {
        scene.imported("orders").start("faults: {imports: [{update: fail}]}\n");
        scene.updatedToSecondVersion("orders");

        List<VerifiedRow> rows = scene.verified();

        assertThat(rows).extracting(VerificationScene::words).containsExactly("DIFFERS UNEXPECTED_PRODUCT_STATUS");
        assertThat(rows.get(0).seen().stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void anotherOwnerDiffersIfOneIsExpected() throws IOException {
        scene.imported("orders")
                .expectingOwner("arn:aws:iam::111122223333:role/platform")
                .start();

        assertThat(scene.results()).containsExactly("DIFFERS OWNER_DIFFERS");
    }

    @Test
    void aLaneThatAwsRefusesIsNotCheckedAndCostsTheOtherLaneNothing() throws IOException {
        scene.imported(VerificationScene.REGION, List.of("orders"))
                .imported(VerificationScene.OTHER_REGION, List.of("invoices"))
                .start();
        scene.faults("calls: [{fault: deny, services: [servicecatalog, cloudformation], regions: [eu-west-1]}]");

        assertThat(scene.results()).containsExactly("MATCHES", "NOT_CHECKED ACCESS_DENIED");
    }

    @Test
    void aLaneOutOfReachIsNotChecked() throws IOException {
        scene.imported(VerificationScene.REGION, List.of("orders"))
                .imported(VerificationScene.OTHER_REGION, List.of("invoices", "stock"))
                .start();
        scene.faults("calls: [{fault: unreachable, regions: [eu-west-1]}]");

        assertThat(scene.results())
                .containsExactly("MATCHES", "NOT_CHECKED REGION_UNREACHABLE", "NOT_CHECKED REGION_UNREACHABLE");
    }

    @Test
    void anotherAccountIsNotChecked() throws IOException {
        scene.imported("orders").start();
        scene.faults("calls: [{fault: deny, services: [sts], operations: [GetCallerIdentity]}]");

        assertThat(scene.results()).singleElement().asString().startsWith("NOT_CHECKED");
        assertThat(scene.calls(0)).isEmpty();
    }

    @Test
    void whereTheStackIsHiddenTheRowIsNotChecked() throws IOException {
        scene.imported("orders", "invoices").start();
        scene.faults("calls: [{fault: deny, operations: [DescribeStacks], stacks: [orders]}]");

        assertThat(scene.results()).containsExactly("NOT_CHECKED ACCESS_DENIED", "MATCHES");
    }

    @Test
    void aCertainDifferenceCountsThoughTheStackIsHidden() throws IOException {
        scene.imported("orders").start().terminated("orders");
        scene.faults("calls: [{fault: deny, operations: [DescribeStacks]}]");

        assertThat(scene.results()).containsExactly("DIFFERS MISSING_PROVISIONED_PRODUCT;ACCESS_DENIED");
    }

    @Test
    void rowsKeepTheirOrderWhereLanesTakeTurns() throws IOException {
        scene.imported(VerificationScene.REGION, List.of("a", "b"))
                .imported(VerificationScene.OTHER_REGION, List.of("c", "d"))
                .start();
        List<VerifiedRow> rows = scene.verified(List.of(
                VerificationScene.row(2, VerificationScene.OTHER_REGION, "c"),
                VerificationScene.row(3, VerificationScene.REGION, "a"),
                VerificationScene.row(4, VerificationScene.OTHER_REGION, "d"),
                VerificationScene.row(7, VerificationScene.REGION, "b")));

        assertThat(rows).extracting(row -> row.row().line()).containsExactly(2, 3, 4, 7);
    }

    @Test
    void fiveHundredRowsInTwoLanesTakeACallForEachHundred() throws IOException {
        scene.imported(VerificationScene.REGION, names("s", 250))
                .imported(VerificationScene.OTHER_REGION, names("t", 250))
                .start();

        assertThat(scene.results()).hasSize(500).containsOnly("MATCHES");
        assertThat(scene.calls(0))
                .containsEntry("SearchProvisionedProducts", 6L)
                .containsEntry("DescribeStacks", 6L);
        assertThat(scene.calls().size()).isLessThan(500 * 11 / 10);
    }

    @Test
    void saysWhatTheFirstUpdateWillMeetAndAsksOnceForEachVersion() throws IOException {
        scene.portfolio("{name: blocks, id: port-blocks, products: [queue], tagOptions: {Team: [shop]}, constraints: ["
                        + "{product: queue, launchRole: 'arn:aws:iam::999988887777:role/Launch'},"
                        + " {product: queue, tagUpdates: NOT_ALLOWED}]}")
                .imported("a", "b", "c")
                .start();

        List<VerifiedRow> rows = scene.verified();

        assertThat(rows).extracting(VerificationScene::words).containsOnly("MATCHES");
        assertThat(rows).allSatisfy(row -> assertThat(row.firstUpdate())
                .extracting(Finding::code)
                .containsExactly("LAUNCH_ROLE_OF_ANOTHER_ACCOUNT", "TAG_OPTIONS", "TAG_UPDATE_NOT_ALLOWED"));
        assertThat(scene.calls(0))
                .containsEntry("ListLaunchPaths", 1L)
                .containsEntry("DescribeProvisioningParameters", 1L);
    }

    @Test
    void matchesThoughWhatTheFirstUpdateMeetsIsHidden() throws IOException {
        scene.imported("orders").start();
        scene.faults("calls: [{fault: deny, operations: [ListLaunchPaths]}]");

        assertThat(scene.verified()).singleElement().satisfies(row -> {
            assertThat(row.result()).isEqualTo(VerifiedRow.Result.MATCHES);
            assertThat(row.firstUpdate()).extracting(Finding::code).containsExactly("FIRST_UPDATE_NOT_KNOWN");
        });
    }

    /**
     * A call for each provisioned product and each stack, one for each list to see that it is too long, and two about
     * updates.
     */
    @Test
    void fiveRowsOfALargeAccountReadNoWholeList() throws IOException {
        scene.imported(VerificationScene.REGION, names("s", 1_000)).start();
        List<Integer> some = List.of(150, 350, 550, 750, 950);

        List<VerifiedRow> rows = scene.verified(some.stream()
                .map(number -> VerificationScene.row(number, VerificationScene.REGION, "s" + number))
                .toList());

        assertThat(rows).extracting(VerificationScene::words).containsOnly("MATCHES");
        assertThat(scene.calls(0).values().stream().mapToLong(count -> count).sum())
                .isLessThanOrEqualTo(14);
    }

    @Test
    void needsWhatItsPolicyAllowsAndNothingElse() throws IOException {
        Path policy = Path.of("jobs/iam/verify-policy.json").toAbsolutePath();
        scene.imported("a", "b", "c", "d", "e", "orders").start("policies: [{file: %s}]\n".formatted(policy));

        assertThat(scene.results()).containsOnly("MATCHES");
        List<VerifiedRow> missing = scene.verified(List.of(VerificationScene.row(2, VerificationScene.REGION, "none")));
        assertThat(missing)
                .extracting(VerificationScene::words)
                .containsExactly("DIFFERS MISSING_PROVISIONED_PRODUCT;MISSING_STACK");
        assertThat(scene.needed()).isEqualTo(actions(policy));
    }

    private static Set<String> actions(Path policy) throws IOException {
        String text = Files.readString(policy);
        return Pattern.compile("\"((?:cloudformation|servicecatalog):[A-Z]\\w+)\"")
                .matcher(text.substring(0, text.indexOf("\"Deny\"")))
                .results()
                .map(action -> action.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }
}
