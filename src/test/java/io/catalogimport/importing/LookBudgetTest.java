package io.catalogimport.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookBudgetTest {
    private static final String ACCOUNT = "111122223333";

    private final FakeTime time = new FakeTime();
    private final LookBudget budget = new LookBudget(5, time);

    @Test
    void leavesALookAloneForWhichThereIsRoom() {
        assertThat(wait(1_234)).isEqualTo(1_234);
        assertThat(wait(7)).isEqualTo(7);
    }

    @Test
    void putsOffALookForWhichThereIsNone() {
        wait(1_000);
        wait(1_050);

        assertThat(wait(1_100)).isEqualTo(1_400);
        assertThat(wait(800)).as("earlier, where there is room").isEqualTo(800);
    }

    @Test
    void spreadsTheLooksOfFiftyLanesOverTheTimeTheyNeed() {
        Map<Long, Integer> bySecond = new HashMap<>();

        IntStream.range(0, 50).forEach(lane -> bySecond.merge(wait(3_000) / 1_000, 1, Integer::sum));

        assertThat(bySecond).hasSize(10).containsValue(5).doesNotContainValue(6);
    }

    @Test
    void forgetsLooksThatAreOver() {
        wait(0);
        time.advance(Duration.ofSeconds(1));

        assertThat(wait(0)).isZero();
    }

    @Test
    void countsEachAccountForItself() {
        wait(1_000);

        assertThat(budget.untilThereIsRoom("444455556666", Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    private long wait(int milliseconds) {
        return budget.untilThereIsRoom(ACCOUNT, Duration.ofMillis(milliseconds)).toMillis();
    }
}
