package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** What the description of a stack shows without a call of its own. */
class DescribedTraitsTest {
    @Test
    void areNoneOfAPlainStack() {
        assertThat(traits(stack -> stack.stackName("orders"))).isEqualTo(StackTraits.UNKNOWN);
    }

    @Test
    void nameTheToolThatSeemsToDeployTheStack() {
        assertThat(tools(parameter("BootstrapVersion", "/cdk-bootstrap/hnb659fds/version")))
                .containsExactly("CDK");
        assertThat(tools(export("Network:ExportsOutputRefVpc8378EB38"))).containsExactly("CDK");
        assertThat(tools(tag("amplify:app-id", "d1"))).containsExactly("Amplify");
        assertThat(tools(stack -> stack.description("{\"createdBy\":\"Amplify\"}")))
                .containsExactly("Amplify");
        assertThat(tools(stack -> stack.outputs(Output.builder()
                        .outputKey("ServerlessDeploymentBucketName")
                        .build())))
                .containsExactly("Serverless Framework");
        assertThat(tools(tag("Managed-By", "terraform"))).containsExactly("Managed-By=terraform");
        assertThat(tools(tag("team", "shop"))).isEmpty();
    }

    @Test
    void nameTheParametersWhoseValuesAreHidden() {
        assertThat(traits(parameter("Password", "****")).hiddenParameters()).containsExactly("Password");
        assertThat(traits(parameter("Origin", "*")).hiddenParameters()).isEmpty();
    }

    @Test
    void tellOfADriftAndTheDayOfTheLastUpdate() {
        StackTraits traits = traits(stack -> stack.lastUpdatedTime(Instant.parse("2026-03-01T12:34:56Z"))
                .driftInformation(drift -> drift.stackDriftStatus(StackDriftStatus.DRIFTED)));

        assertThat(traits.drifted()).isTrue();
        assertThat(traits.updatedOn()).isEqualTo("2026-03-01T00:00:00Z");
    }

    private static Consumer<Stack.Builder> parameter(String key, String value) {
        return stack -> stack.parameters(
                Parameter.builder().parameterKey(key).parameterValue(value).build());
    }

    private static Consumer<Stack.Builder> export(String name) {
        return stack -> stack.outputs(Output.builder().exportName(name).build());
    }

    private static Consumer<Stack.Builder> tag(String key, String value) {
        return stack -> stack.tags(Tag.builder().key(key).value(value).build());
    }

    private static List<String> tools(Consumer<Stack.Builder> change) {
        return traits(change).tools();
    }

    private static StackTraits traits(Consumer<Stack.Builder> change) {
        Stack.Builder stack = Stack.builder().stackName("orders");
        change.accept(stack);
        return DescribedTraits.of(stack.build());
    }
}
