package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Failure;
import io.catalogimport.discovery.Exclusion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code prepare} says of stacks that it does nothing for. */
class PrepareTextTest {
    private static final Set<StackArn> TWO = Set.of(stack("a"), stack("b"));

    private final StringWriter written = new StringWriter();
    private final PrepareText text = new PrepareText(new PrintWriter(written));

    @Test
    void saysWhyStacksAreLeftOutAndHowManyAreNotThere() {
        text.planned(found(Map.of(Exclusion.IN_PROGRESS, 1)), TWO, List.of());

        assertThat(written.toString())
                .contains("Left out: 1 stack, in the middle of an operation.")
                .contains("Not found: 1 stack.");
        assertThat(text.isComplete()).isFalse();
    }

    @Test
    void saysWhichLaneFailsAtTheSecondLook() {
        Lane lane = stack("a").lane();

        text.written(Path.of("out.csv"), found(Map.of(), new Failure(lane, "AWS is busy", true)), TWO);

        assertThat(written.toString()).contains("Not looked at: " + lane + ". AWS is busy.");
        assertThat(written.toString()).doesNotContain("Not found");
        assertThat(text.isComplete()).isFalse();
    }

    @Test
    void saysNothingTwice() {
        Discovered found = found(Map.of(Exclusion.NESTED, 2));

        text.planned(found, TWO, List.of());
        text.written(Path.of("out.csv"), found, TWO);

        assertThat(written.toString()).containsOnlyOnce("Left out");
    }

    private static Discovered found(Map<Exclusion, Integer> excluded, Failure... failures) {
        return new Discovered(List.of(), List.of(), excluded, 0, List.of(), List.of(failures));
    }

    private static StackArn stack(String name) {
        return StackArn.parse("arn:aws:cloudformation:eu-central-1:111122223333:stack/" + name
                        + "/decb3cd7-9b8b-b6d7-c9ce-93160cf79ae8")
                .orElseThrow();
    }
}
