package io.catalogimport.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.seed.FaultReader;
import io.catalogimport.sandbox.template.Template;
import io.catalogimport.sandbox.world.ImportBehaviour.Succeed;
import io.catalogimport.sandbox.world.ImportFates;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportDrawTest {
    private static final Location FRANKFURT = new Location("111122223333", "eu-central-1");
    private static final String ODDS = "imports: [{outcome: fail, probability: 0.1, regions: [eu-central-1]},"
            + " {outcome: hang, probability: 0.05}]";

    private final List<Stack> stacks =
            IntStream.range(0, 500).mapToObj(ImportDrawTest::stack).toList();

    @Test
    void endsTheSameImportsForTheSameSeedInWhateverOrderTheyCome() {
        List<Stack> reversed = new ArrayList<>(stacks);
        Collections.reverse(reversed);

        assertThat(ended(fates("seed: 42\n" + ODDS), stacks))
                .containsExactlyInAnyOrderElementsOf(ended(fates("seed: 42\n" + ODDS), reversed))
                .isNotEqualTo(ended(fates("seed: 43\n" + ODDS), stacks))
                .hasSizeBetween(45, 105);
    }

    @Test
    void keepsToTheRegion() {
        ImportFates fates = fates("imports: [{outcome: fail, regions: [us-east-1]}]");

        assertThat(ended(fates, stacks)).isEmpty();
    }

    @Test
    void aNewTokenHasANewChance() {
        ImportFates fates = fates("imports: [{outcome: fail, probability: 0.5}]");
        Stack stack = stacks.get(0);

        assertThat(IntStream.range(0, 20).mapToObj(token -> fates.of(FRANKFURT, stack, "t" + token)))
                .extracting(plan -> plan.behaviour() instanceof Succeed)
                .contains(true, false);
        assertThat(fates.of(FRANKFURT, stack, "t7")).isEqualTo(fates.of(FRANKFURT, stack, "t7"));
    }

    private static ImportFates fates(String document) {
        return FaultReader.read("test", document);
    }

    private static List<String> ended(ImportFates fates, List<Stack> stacks) {
        return stacks.stream()
                .filter(stack -> !(fates.of(FRANKFURT, stack, "token").behaviour() instanceof Succeed))
                .map(Stack::name)
                .toList();
    }

    private static Stack stack(int number) {
        String name = "stack-" + number;
        return new Stack(
                FRANKFURT.arn("cloudformation", "stack/" + name + "/id"),
                name,
                Timeline.starting(Instant.EPOCH, SandboxStackStatus.CREATE_COMPLETE),
                Instant.EPOCH,
                details(Template.parse("Resources: {A: {Type: B}}")));
    }

    private static Stack.Details details(Template template) {
        return new Stack.Details(template, template, null, Map.of(), Map.of(), List.of(), ImportPlan.SUCCEED);
    }
}
