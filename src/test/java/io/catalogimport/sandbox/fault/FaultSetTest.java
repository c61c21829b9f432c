package io.catalogimport.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.seed.FaultReader;
import io.catalogimport.sandbox.wire.AuthenticatedCalls;
import io.catalogimport.sandbox.wire.Ending;
import io.catalogimport.sandbox.wire.Fault;
import io.catalogimport.sandbox.wire.Fault.Delay;
import io.catalogimport.sandbox.wire.Fault.LoseAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultSetTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String SOMETIMES = "calls: [{fault: cut-after, probability: 0.2}]";

    @Test
    void strikesTheSameCallsForTheSameSeed() {
        assertThat(strikes(faults("seed: 42\n" + SOMETIMES), "eu-west-1", 200))
                .isEqualTo(strikes(faults("seed: 42\n" + SOMETIMES), "eu-west-1", 200))
                .isNotEqualTo(strikes(faults("seed: 43\n" + SOMETIMES), "eu-west-1", 200));
    }

    @Test
    void strikesAboutAsOftenAsTheProbabilitySays() {
        assertThat(strikes(faults(SOMETIMES), "eu-west-1", 2000)).hasSizeBetween(340, 460);
    }

    @Test
    void isNotLedAstrayByCallsElsewhere() {
        FaultSet faults = faults("seed: 42\n" + SOMETIMES);
        List<Integer> struck = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            faults.next(AuthenticatedCalls.of("us-east-1", "Op", NOW));
            faults.next(AuthenticatedCalls.of("eu-west-1", "OtherOp", NOW));
            if (faults.next(AuthenticatedCalls.of("eu-west-1", "Op", NOW)).isPresent()) {
                struck.add(i);
            }
        }

        assertThat(struck).isEqualTo(strikes(faults("seed: 42\n" + SOMETIMES), "eu-west-1", 200));
    }

    @Test
    void theFirstFaultThatStrikesWins() {
        FaultSet faults = faults("calls: [{fault: cut-before, times: 1}, {fault: cut-after}]");

        assertThat(IntStream.range(0, 2).mapToObj(call -> faults.next(AuthenticatedCalls.of("eu-west-1", "Op", NOW))
                        .map(Fault::effect)
                        .orElseThrow()))
                .containsExactly(new LoseAnswer(Ending.CUT_BEFORE), new LoseAnswer(Ending.CUT_AFTER));
        assertThat(faults.hits()).containsExactly(1L, 1L);
    }

    @Test
    void keepsToOperationsAndRegions() {
        FaultSet faults = faults("calls: [{fault: cut-after, operations: [Op], regions: [eu-west-1]}]");

        assertThat(faults.next(AuthenticatedCalls.of("eu-west-1", "Op", NOW))).isPresent();
        assertThat(faults.next(AuthenticatedCalls.of("eu-west-1", "Other", NOW)))
                .isEmpty();
        assertThat(faults.next(AuthenticatedCalls.of("us-east-1", "Op", NOW))).isEmpty();
    }

    @Test
    void sparesTheFirstCallsOfEachKey() {
        FaultSet faults = faults("calls: [{fault: expire, after: 2}]");

        assertThat(IntStream.range(0, 3)
                        .mapToObj(call -> faults.next(AuthenticatedCalls.signed("AKIDONE", "r", "Op", NOW))
                                .isPresent()))
                .containsExactly(false, false, true);
        assertThat(faults.next(AuthenticatedCalls.signed("AKIDTWO", "r", "Op", NOW)))
                .isEmpty();
        assertThat(faults.next(AuthenticatedCalls.signed("AKIDONE", "r", "Op", NOW)))
                .isPresent();
    }

    @Test
    void choosesALatencyBetweenTheTwo() {
        FaultSet faults = faults("calls: [{fault: latency, min: 1s, max: 3s}]");

        assertThat(IntStream.range(0, 50).mapToObj(call -> faults.next(AuthenticatedCalls.of("r", "Op", NOW))
                        .map(Fault::effect)
                        .orElseThrow()))
                .allSatisfy(effect ->
                        assertThat(((Delay) effect).time()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)))
                .doesNotHaveDuplicates();
    }

    private static FaultSet faults(String document) {
        return FaultReader.read("test", document);
    }

    private static List<Integer> strikes(FaultSet faults, String region, int calls) {
        return IntStream.range(0, calls)
                .filter(call ->
                        faults.next(AuthenticatedCalls.of(region, "Op", NOW)).isPresent())
                .boxed()
                .toList();
    }
}
