package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.s3.S3Client;

/** CloudFormation, and S3 where it serves it, through the SDK. */
class CloudFormationIT {
    private Scene scene;
    private CloudFormationClient stacks;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(
                directory,
                "{name: parent, template: queue.yaml, tags: {team: shop}}",
                "{name: child, template: queue.yaml, parent: parent}",
                "{name: guarded, template: queue.yaml, terminationProtection: true,"
                        + " roleArn: \"arn:aws:iam::111122223333:role/cloudformation\"}");
        stacks = scene.stacks();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void describesAStackByNameAndByArn() {
        Stack parent = scene.stack("parent");

        assertThat(scene.stack(parent.stackId())).isEqualTo(parent);
        assertThat(parent.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(parent.creationTime()).isEqualTo(scene.clock().instant());
        assertThat(parent.tags()).singleElement().satisfies(tag -> assertThat(tag.value())
                .isEqualTo("shop"));
        assertThat(parent.parentId()).isNull();
        assertThat(scene.stack("child").parentId()).isEqualTo(parent.stackId());
    }

    @Test
    void saysOfAnUnknownStackWhatAwsSays() {
        assertThatThrownBy(() -> scene.stack("none")).isInstanceOfSatisfying(CloudFormationException.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.requestId()).isNotEmpty();
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Stack with id none does not exist");
        });
    }

    @Test
    void listsTheResourcesOfAStack() {
        List<StackResourceSummary> resources =
                stacks.listStackResourcesPaginator(request -> request.stackName("parent")).stream()
                        .flatMap(page -> page.stackResourceSummaries().stream())
                        .toList();

        assertThat(resources).singleElement().satisfies(resource -> {
            assertThat(resource.logicalResourceId()).isEqualTo("Queue");
            assertThat(resource.resourceType()).isEqualTo("AWS::SQS::Queue");
            assertThat(resource.physicalResourceId()).isNotEmpty();
        });
        assertThatThrownBy(() -> stacks.listStackResources(request -> request.stackName("none")))
                .isInstanceOfSatisfying(CloudFormationException.class, refusal -> assertThat(refusal)
                        .hasMessageContaining("Stack with id none does not exist"));
    }

    @Test
    void showsWhatProtectsAStackAndWhatItsUpdatesActAs() {
        Stack seeded = scene.stack("guarded");
        String role = "arn:aws:iam::111122223333:role/cloudformation";

        assertThat(seeded.enableTerminationProtection()).isTrue();
        assertThat(seeded.roleARN()).isEqualTo(role);
        assertThat(scene.stack("parent").enableTerminationProtection()).isFalse();
        assertThat(scene.stack("parent").roleARN()).isNull();
        stacks.createStack(request -> request.stackName("made")
                .templateBody(Scene.TEMPLATE)
                .enableTerminationProtection(true)
                .roleARN(role));
        assertThat(scene.stack("made"))
                .extracting(Stack::enableTerminationProtection, Stack::roleARN)
                .containsExactly(true, role);
    }

    @Test
    void deletesAProtectedStackOnlyOnceItsProtectionIsOff() {
        assertThatThrownBy(() -> stacks.deleteStack(request -> request.stackName("guarded")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Stack [guarded] cannot be deleted while TerminationProtection is enabled");

        String id = stacks.updateTerminationProtection(
                        request -> request.stackName("guarded").enableTerminationProtection(false))
                .stackId();
        stacks.deleteStack(request -> request.stackName("guarded"));

        assertThat(scene.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void pagesThroughAllStacks() {
        IntStream.range(0, 120).forEach(number -> create("many-" + number, Scene.TEMPLATE));

        assertThat(stacks.describeStacksPaginator().stacks()).hasSize(124);
        assertThat(stacks.describeStacks().stacks()).hasSize(100);
    }

    @Test
    void losesNonAsciiCharactersOfTemplates() {
        create("names", "# Müller → 李\n" + Scene.TEMPLATE);

        assertThat(stacks.getTemplate(request -> request.stackName("names")).templateBody())
                .isEqualTo("# M?ller ? ?\n" + Scene.TEMPLATE);
    }

    @Test
    void makesAStackFromATemplateInS3() {
        S3Client objects = scene.objects(Scene.ACCOUNT);
        objects.createBucket(request -> request.bucket("templates"));
        objects.putObject(
                request -> request.bucket("templates").key("a/b.yaml"), RequestBody.fromString(Scene.TEMPLATE));

        stacks.createStack(request ->
                request.stackName("from-url").templateURL(scene.sandbox().endpoint() + "/templates/a/b.yaml"));

        assertThat(stacks.getTemplate(request -> request.stackName("from-url")).templateBody())
                .isEqualTo(Scene.TEMPLATE);
    }

    @Test
    void refusesASecondStackOfTheSameNameAndWhatIsNoTemplate() {
        assertThatThrownBy(() -> create("parent", Scene.TEMPLATE)).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> create("empty", "{}")).isInstanceOf(CloudFormationException.class);
    }

    @Test
    void findsADeletedStackByItsArnOnly() {
        String arn = create("short-lived", Scene.TEMPLATE);
        stacks.deleteStack(request -> request.stackName("short-lived"));

        assertThat(scene.stack(arn).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThatThrownBy(() -> scene.stack("short-lived")).isInstanceOf(CloudFormationException.class);
        assertThat(stacks.listStacks(request -> request.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                        .stackSummaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.stackId()).isEqualTo(arn));
    }

    private String create(String name, String template) {
        return stacks.createStack(request -> request.stackName(name).templateBody(template))
                .stackId();
    }
}
