package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.FakeStacks;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.aws.TransientRetry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionTemplatesTest {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");
    private static final Lane OTHER = new Lane("aws", "444455556666", "eu-central-1");

    private final FakeTime time = new FakeTime();
    private final FakeStacks stacks = new FakeStacks();
    private final LaneClients clients = new LaneClients();
    private final VersionTemplates templates = new VersionTemplates(
            new ArtifactTemplates(clients, stacks),
            new PoliteCalls(
                    new PoliteRate(1e6, time, time),
                    new TransientRetry(time, time, new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO))));

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void areReadOnceForAllLanes() {
        templates.read(LANE, fromStack("a"));
        templates.read(OTHER, fromStack("a"));

        assertThat(stacks.calls()).hasSize(1);
        assertThat(templates.known(fromStack("a"))).isPresent();
        assertThat(templates.known(fromStack("b"))).isEmpty();
    }

    @Test
    void areReadByEachLaneUntilOneOfThemMay() {
        stacks.templates().thenThrow(AwsFailures.accessDenied()).then("Resources: {}");

        assertThat(templates.read(LANE, fromStack("a"))).isInstanceOf(TemplateText.Hidden.class);
        assertThat(templates.read(OTHER, fromStack("a"))).isInstanceOf(TemplateText.Found.class);
    }

    @Test
    void takeNoMoreMemoryThanAFewLargeOnes() {
        stacks.templates().then("x".repeat(1 << 20));

        for (int number = 0; number < 33; number++) {
            templates.read(LANE, fromStack("s" + number));
        }

        assertThat(templates.known(fromStack("s0"))).isEmpty();
        assertThat(templates.known(fromStack("s1"))).isPresent();
        assertThat(templates.read(LANE, fromStack("s0"))).as("read again").isInstanceOf(TemplateText.Found.class);
    }

    private static ProvisioningArtifact fromStack(String name) {
        return artifact(Map.of(
                "ImportFromPhysicalId",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/" + name
                        + "/0f8fad5b-d9cb-469f-a165-70867728950e"));
    }

    private static ProvisioningArtifact artifact(Map<String, String> info) {
        return new ProvisioningArtifact("pa-1", "v1", "CLOUD_FORMATION_TEMPLATE", true, "DEFAULT", "AVAILABLE", info);
    }
}
