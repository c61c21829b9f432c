package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsCallListenerIT {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");

    private final List<AwsCall> heard = Collections.synchronizedList(new ArrayList<>());
    private Sandbox sandbox;
    private SandboxSettings settings;
    private LaneClients clients;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().defaultAccount("111122223333").start();
        settings = SandboxSettings.of(sandbox);
        clients = new LaneClients(null, null, heard::add);
    }

    @AfterEach
    void stop() {
        clients.close();
        settings.close();
        sandbox.close();
    }

    @Test
    void hearsOfEachCallToEachService() {
        look();

        assertThat(heard)
                .extracting(AwsCall::service, AwsCall::operation, AwsCall::succeeded)
                .contains(tuple("CloudFormation", "DescribeStacks", true));
        assertThat(heard)
                .allMatch(call -> call.retries() == 0
                        && call.throttled() == 0
                        && !call.took().isZero());
    }

    @Test
    void hearsHowOftenACallWasThrottledAndRepeated() {
        sandbox.faults("calls: [{fault: throttle, operations: [DescribeStacks]}]");

        assertThatThrownBy(this::look).isInstanceOf(AwsBusyException.class);

        assertThat(heard)
                .filteredOn(call -> call.operation().equals("DescribeStacks"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.succeeded()).isFalse();
                    assertThat(call.retries()).isEqualTo(2);
                    assertThat(call.throttled()).isEqualTo(3);
                });
    }

    private void look() {
        new SdkStackGateway(clients).livingStacks(LANE, null);
    }
}
