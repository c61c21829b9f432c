package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With whose credentials and over which clients the calls of many lanes are made. */
class LaneClientsIT {
    private static final String OWN = "111122223333";
    private static final String OTHER = "444455556666";
    private static final Lane OWN_LANE = new Lane("aws", OWN, "eu-central-1");
    private static final Lane OTHER_LANE = new Lane("aws", OTHER, "eu-central-1");
    private static final List<String> REGIONS = List.of(
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1");
    private static final List<Lane> THOUSAND_LANES = IntStream.range(0, 100)
            .mapToObj(account -> String.valueOf(200_000_000_000L + account))
            .flatMap(account -> REGIONS.stream().map(region -> new Lane("aws", account, region)))
            .toList();

    private Sandbox sandbox;
    private SandboxSettings settings;
    private LaneClients clients;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().defaultAccount(OWN).start();
        settings = SandboxSettings.of(sandbox);
        clients = new LaneClients(new RoleSettings("jobs/Importer", "ticket-4", "import"));
    }

    @AfterEach
    void stop() {
        clients.close();
        settings.close();
        sandbox.close();
    }

    @Test
    void needsNoRoleInTheCallersOwnAccount() {
        look(OWN_LANE);
        look(new Lane("aws", OWN, "eu-west-1"));

        assertThat(operations()).containsExactly("GetCallerIdentity", "DescribeStacks", "DescribeStacks");
    }

    @Test
    void assumesTheRoleOnceInEachOtherAccount() {
        look(OTHER_LANE);
        look(new Lane("aws", OTHER, "eu-west-1"));

        assertThat(operations())
                .containsExactly(
                        "GetCallerIdentity", "AssumeRole", "GetCallerIdentity", "DescribeStacks", "DescribeStacks");
        assertThat(calls("AssumeRole").get(0).parameters())
                .containsEntry("RoleArn", "arn:aws:iam::444455556666:role/jobs/Importer")
                .containsEntry("ExternalId", "ticket-4")
                .containsEntry("RoleSessionName", "import");
        assertThat(calls("DescribeStacks")).extracting(Call::account).containsOnly(OTHER);
        assertThat(calls("DescribeStacks")).extracting(Call::region).containsExactly("eu-central-1", "eu-west-1");
    }

    /** Another worker may have imported there. */
    @Test
    void namesNoCallerInAnAccountWhoseRoleWasNotAssumed() {
        assertThat(clients.caller(OTHER_LANE)).isEmpty();

        look(OTHER_LANE);

        assertThat(clients.caller(OTHER_LANE))
                .hasValueSatisfying(arn -> assertThat(arn).startsWith("arn:aws:sts::444455556666:assumed-role/"));
        assertThat(clients.caller(OWN_LANE))
                .hasValueSatisfying(arn -> assertThat(arn).contains(OWN));
    }

    @Test
    void assumesTheRoleInTheLanesPartition() {
        look(new Lane("aws-cn", OTHER, "cn-north-1"));

        Call assume = calls("AssumeRole").get(0);
        assertThat(assume.parameters()).containsEntry("RoleArn", "arn:aws-cn:iam::444455556666:role/jobs/Importer");
        assertThat(assume.region()).isEqualTo("cn-north-1");
    }

    @Test
    void usesTheCallersOwnCredentialsWhereNoRoleIsGiven() {
        try (LaneClients withoutRole = new LaneClients()) {
            new SdkStackGateway(withoutRole).livingStacks(OTHER_LANE, null);
        }

        assertThat(operations()).containsExactly("DescribeStacks");
        assertThat(calls("DescribeStacks").get(0).account()).isEqualTo(OWN);
    }

    @Test
    void saysThatTheRoleIsRefusedAndAsksForItNoMore() {
        sandbox.faults("calls: [{fault: deny, operations: [AssumeRole]}]");

        assertThatThrownBy(() -> look(OTHER_LANE))
                .isInstanceOfSatisfying(LaneClosedException.class, refused -> {
                    assertThat(refused.reasonCode()).isEqualTo("ROLE_NOT_ASSUMED");
                    assertThat(refused.code()).isEqualTo("AccessDenied");
                    assertThat(refused.requestId()).isPresent();
                })
                .hasMessageStartingWith("The role for account 444455556666 cannot be assumed: AssumeRole for"
                        + " arn:aws:iam::444455556666:role/jobs/Importer failed with AccessDenied: User: ");
        assertThatThrownBy(() -> look(OTHER_LANE)).isInstanceOf(LaneClosedException.class);

        assertThat(calls("AssumeRole")).hasSize(1);
        look(OWN_LANE);
    }

    @Test
    void asksForTheRoleAgainAfterStsWasBusy() {
        sandbox.faults("calls: [{fault: service-unavailable, operations: [AssumeRole], times: 3}]");

        assertThatThrownBy(() -> look(OTHER_LANE)).isInstanceOf(AwsBusyException.class);

        look(OTHER_LANE);
    }

    @Test
    void endsTheRunWhereTheCallersOwnCredentialsHaveExpired() {
        sandbox.faults("calls: [{fault: expire, services: [sts]}]");

        assertThatThrownBy(() -> look(OTHER_LANE)).isInstanceOf(AwsCredentialsException.class);
    }

    @Test
    void blamesTheLaneWhereTheCallersCredentialsAreOfAnotherPartition() {
        look(OWN_LANE);
        sandbox.faults(
                "calls: [{fault: error, code: InvalidClientTokenId, status: 403,"
                        + " message: The security token included in the request is invalid, services: [sts], regions: [us-gov-west-1]}]");

        assertThatThrownBy(() -> look(new Lane("aws-us-gov", OTHER, "us-gov-west-1")))
                .isInstanceOf(LaneClosedException.class)
                .hasMessageContaining("InvalidClientTokenId");
    }

    @Test
    void asksStsInTheCallersOwnRegionOfThePartition() {
        System.setProperty("aws.region", "eu-west-3");
        try (LaneClients abroad = new LaneClients(new RoleSettings("Importer", null, "import"))) {
            new SdkStackGateway(abroad).livingStacks(new Lane("aws", OTHER, "me-south-1"), null);
        } finally {
            System.clearProperty("aws.region");
        }

        assertThat(calls("GetCallerIdentity")).extracting(Call::region).containsOnly("eu-west-3");
        assertThat(calls("AssumeRole")).extracting(Call::region).containsOnly("eu-west-3");
    }

    @Test
    void closesALaneWhoseRoleActsInAnotherAccount() {
        try (LaneClients fixed =
                new LaneClients(new RoleSettings("arn:aws:iam::999900001111:role/Importer", null, "import"))) {
            SdkStackGateway stacks = new SdkStackGateway(fixed);

            assertThatThrownBy(() -> stacks.livingStacks(OTHER_LANE, null))
                    .isInstanceOfSatisfying(LaneClosedException.class, closed -> assertThat(closed.reasonCode())
                            .isEqualTo("OTHER_ACCOUNT"))
                    .hasMessageContaining("acts in account 999900001111");
        }

        assertThat(calls("DescribeStacks")).isEmpty();
    }

    @Test
    void closesALaneWhereAwsDoesNotSayWhoseTheRolesCredentialsAre() {
        look(OWN_LANE);
        sandbox.faults("calls: [{fault: deny, operations: [GetCallerIdentity]}]");

        assertThatThrownBy(() -> look(OTHER_LANE))
                .isInstanceOfSatisfying(LaneClosedException.class, closed -> assertThat(closed.reasonCode())
                        .isEqualTo("ACCOUNT_NOT_KNOWN"));
    }

    @Test
    void closesARegionThatIsNotEnabledAndAsksInItNoMore() {
        sandbox.faults("calls: [{fault: error, code: InvalidClientTokenId, status: 403, message: no,"
                + " services: [cloudformation], regions: [eu-central-1]}]");

        assertThatThrownBy(() -> look(OWN_LANE))
                .isInstanceOfSatisfying(LaneClosedException.class, closed -> assertThat(closed.reasonCode())
                        .isEqualTo("REGION_NOT_ENABLED"));
        assertThatThrownBy(() -> look(OWN_LANE)).isInstanceOf(LaneClosedException.class);

        assertThat(calls("DescribeStacks")).hasSize(1);
        look(new Lane("aws", OWN, "eu-west-1"));
    }

    /** Keys of another partition, and no region that would say so. */
    @Test
    void doesNotKnowTheAccountWhereOnlyAnotherPartitionKnowsTheCredentials() {
        refuseKey("sts", "us-east-1");
        try (LaneClients own = new LaneClients()) {
            assertThat(own.account(OWN_LANE)).isEmpty();
            assertThat(own.account(new Lane("aws-cn", OWN, "cn-north-1"))).contains(OWN);
        }
    }

    @Test
    void endsTheRunWhereNoPartitionKnowsTheCredentials() {
        sandbox.faults(
                "calls: [{fault: error, code: InvalidClientTokenId, status: 403, message: no, services: [sts]}]");

        try (LaneClients own = new LaneClients()) {
            assertThatThrownBy(() -> own.account(OWN_LANE)).isInstanceOf(AwsCredentialsException.class);
        }
        assertThat(calls("GetCallerIdentity")).extracting(Call::region).contains("cn-north-1", "us-gov-west-1");
    }

    @Test
    void closesARegionThatIsNotEnabledWithoutStsOnceAnotherLaneHasAnswered() {
        sandbox.faults("calls: [{fault: service-unavailable, services: [sts]},"
                + " {fault: error, code: InvalidClientTokenId, status: 403, message: no,"
                + " services: [cloudformation], regions: [me-south-1]}]");
        try (LaneClients own = new LaneClients()) {
            SdkStackGateway stacks = new SdkStackGateway(own);
            stacks.livingStacks(OWN_LANE, null);

            assertThatThrownBy(() -> stacks.livingStacks(new Lane("aws", OWN, "me-south-1"), null))
                    .isInstanceOfSatisfying(LaneClosedException.class, closed -> assertThat(closed.reasonCode())
                            .isEqualTo("REGION_NOT_ENABLED"));
            stacks.livingStacks(OWN_LANE, null);
        }
    }

    /** Without STS and with nothing answered so far, the key may just as well be wrong. */
    @Test
    void endsTheRunForAKeyThatIsNotKnownWhereNothingHasAnswered() {
        sandbox.faults("calls: [{fault: service-unavailable, services: [sts]},"
                + " {fault: error, code: InvalidClientTokenId, status: 403, message: no, services: [cloudformation]}]");

        try (LaneClients own = new LaneClients()) {
            SdkStackGateway stacks = new SdkStackGateway(own);
            assertThatThrownBy(() -> stacks.livingStacks(OWN_LANE, null)).isInstanceOf(AwsCredentialsException.class);
        }
    }

    private void refuseKey(String service, String region) {
        sandbox.faults(("calls: [{fault: error, code: InvalidClientTokenId, status: 403, message: no,"
                        + " services: [%s], regions: [%s]}]")
                .formatted(service, region));
    }

    @Test
    void saysThatNothingWasSentWhereNoConnectionCanBeMade() {
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:1");
        try (LaneClients nowhere = new LaneClients()) {
            SdkStackGateway stacks = new SdkStackGateway(nowhere);

            assertThatThrownBy(() -> stacks.livingStacks(OWN_LANE, null))
                    .isInstanceOfSatisfying(AwsBusyException.class, busy -> assertThat(busy.reason())
                            .isEqualTo(AwsBusyException.Reason.NOT_CONNECTED));
        }
    }

    @Test
    void sharesItsClientsAmongAThousandLanes() {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        int threads = threads();

        THOUSAND_LANES.forEach(lane -> {
            look(lane);
            distinct.addAll(List.of(
                    clients.cloudFormation(lane),
                    clients.serviceCatalog(lane),
                    clients.serviceCatalogWithoutRetries(lane)));
        });

        assertThat(distinct).hasSize(3 * REGIONS.size());
        assertThat(calls("AssumeRole")).hasSize(100);
        assertThat(threads() - threads)
                .as("the timer, and the one that closes idle connections")
                .isLessThanOrEqualTo(2);
    }

    /** Those of the sandbox are not counted. */
    private static int threads() {
        Collection<Thread> all = Thread.getAllStackTraces().keySet();
        return (int) all.stream()
                .filter(thread -> thread.getName().matches("(?i).*(aws|sdk|idle-connection).*"))
                .count();
    }

    private void look(Lane lane) {
        new SdkStackGateway(clients).livingStacks(lane, null);
    }

    private List<String> operations() {
        return sandbox.calls().stream().map(Call::operation).toList();
    }

    private List<Call> calls(String operation) {
        return sandbox.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }
}
