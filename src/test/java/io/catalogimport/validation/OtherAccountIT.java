package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link MappingValidator} makes of a stack that it cannot see, where STS says whose the credentials are. */
class OtherAccountIT {
    private final ValidationScene scene = new ValidationScene();
    private final List<Runnable> cleaning = new ArrayList<>();
    private LaneClients clients;
    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.builder().defaultAccount("111122223333").start();
        cleaning.add(sandbox::close);
        SandboxSettings settings = SandboxSettings.of(sandbox);
        cleaning.add(settings::close);
        clients = new LaneClients();
        cleaning.add(clients::close);
    }

    @AfterEach
    void clean() {
        cleaning.forEach(Runnable::run);
    }

    @Test
    void saysThatAMissingStackIsOfAnotherAccountAndNothingElse() {
        scene.stacks.isMissing();

        Verdict verdict = scene.validator(clients)
                .validate(aMapping().inAccount("444455556666").build());

        assertThat(verdict)
                .isEqualTo(
                        new Verdict.Rejected(
                                List.of(
                                        Finding.reason(
                                                "OTHER_ACCOUNT",
                                                "The stack is in account 444455556666, but these credentials are for account 111122223333:"
                                                        + " name a role of the stack's account with --role-name, or run with credentials of that account."))));
    }

    @Test
    void saysTheSameWhereTheLookAtTheStackIsDenied() {
        scene.stacks.fails(AwsFailures.accessDenied());

        Verdict verdict = scene.validator(clients)
                .validate(aMapping().inAccount("444455556666").build());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> assertThat(rejected.reasons())
                .extracting(Finding::code)
                .containsExactly("OTHER_ACCOUNT"));
    }

    @Test
    void rejectsAloneWhereTheLookIsDeniedInTheCallersOwnAccount() {
        scene.stacks.fails(AwsFailures.accessDenied());

        Verdict verdict = scene.validator(clients).validate(aMapping().build());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> assertThat(rejected.reasons())
                .extracting(Finding::code)
                .containsExactly("ACCESS_DENIED"));
    }

    @Test
    void doesNotSayThatAStackIsMissingWhereAwsDoesNotSayWhoseTheCredentialsAre() {
        scene.stacks.isMissing();
        sandbox.faults("calls: [{fault: deny, services: [sts]}]");

        Verdict verdict = scene.validator(clients).validate(aMapping().build());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> assertThat(rejected.reasons())
                .extracting(Finding::code)
                .containsExactly("ACCOUNT_NOT_KNOWN"));
    }

    @Test
    void rejectsAStackThatIsMissingInTheCallersOwnAccount() {
        scene.stacks.isMissing();

        Verdict verdict = scene.validator(clients).validate(aMapping().build());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> assertThat(rejected.reasons())
                .extracting(Finding::code)
                .containsExactly("STACK_NOT_FOUND"));
    }
}
