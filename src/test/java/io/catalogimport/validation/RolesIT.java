package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.mapping.MappingBuilder;
import io.catalogimport.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkGlobalTime;

/** What {@link MappingValidator} makes of mappings of many accounts, in each of which a role is to be assumed. */
class RolesIT {
    private static final MappingBuilder REFUSED = aMapping().inAccount("444455556666");
    private static final MappingBuilder ALLOWED = aMapping().inAccount("777788889999");

    private final FakeTime time = new FakeTime();
    private Sandbox sandbox;
    private SandboxSettings settings;
    private LaneClients clients;
    private MappingValidator validator;

    @BeforeEach
    void start() {
        // Other tests' sandboxes have another time, which the SDK keeps for the whole JVM.
        SdkGlobalTime.setGlobalTimeOffset(0);
        sandbox = Sandbox.builder().defaultAccount("111122223333").start();
        settings = SandboxSettings.of(sandbox);
        clients = new LaneClients(new RoleSettings("Importer", null, "import"));
        SdkStackGateway stacks = new SdkStackGateway(clients);
        Duration patience = Duration.ofMinutes(5);
        AwsFacts facts = new AwsFacts(
                stacks,
                new SdkCatalogGateway(clients),
                new SdkInventoryGateway(clients),
                new ArtifactTemplates(clients, stacks),
                new CallerIdentity(clients),
                new PoliteCalls(
                        new PoliteRate(5, time, time),
                        new TransientRetry(time, time, new Patience(patience, patience, patience))),
                new FreshAccess(time, time),
                UpcomingMappings.UNKNOWN);
        validator = new MappingValidator(facts, CheckSettings.STRICT, EarlierImports.UNKNOWN);
    }

    @AfterEach
    void stop() {
        clients.close();
        settings.close();
        sandbox.close();
    }

    @Test
    void rejectsTheMappingsOfAnAccountWhoseRoleIsRefusedAndGoesOnWithOthers() {
        refuse("fault: deny");

        List<Finding> first = reasons(REFUSED);
        List<Finding> second = reasons(REFUSED.ofStack("another").inRegion("us-east-1"));

        assertThat(first).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("ROLE_NOT_ASSUMED");
            assertThat(reason.sentence())
                    .startsWith("The role for account 444455556666 cannot be assumed: AssumeRole for"
                            + " arn:aws:iam::444455556666:role/Importer failed with AccessDenied: User: ");
        });
        assertThat(second).isEqualTo(first);
        assertThat(reasons(ALLOWED)).extracting(Finding::code).contains("STACK_NOT_FOUND", "PRODUCT_NOT_FOUND");
        assertThat(assumed("arn:aws:iam::444455556666:role/Importer")).isEqualTo(1);
    }

    @Test
    void waitsWhileStsIsBusy() {
        refuse("fault: throttle, times: 4");

        assertThat(reasons(REFUSED)).extracting(Finding::code).contains("STACK_NOT_FOUND");
        assertThat(time.waits()).isNotEmpty();
    }

    private void refuse(String how) {
        sandbox.faults("calls: [{%s, roles: ['arn:aws:iam::444455556666:role/Importer']}]".formatted(how));
    }

    private List<Finding> reasons(MappingBuilder mapping) {
        return ((Verdict.Rejected) validator.validate(mapping.build())).reasons();
    }

    private long assumed(String role) {
        return sandbox.calls().stream()
                .filter(call -> role.equals(call.parameters().get("RoleArn")))
                .count();
    }
}
