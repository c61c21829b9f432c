package io.catalogimport.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    void looksAtSomeLanesAtOnceWhereTheirImportsEndTogether() {
        assertThat(waits(3, 1_050)).containsExactly(1_050L, 1_050L, 1_050L);
    }

    @Test
    void putsOffALookForWhichThereIsNoRoom() {
        waits(3, 1_000);

        assertThat(wait(1_050)).isEqualTo(1_200);
        assertThat(wait(1_050)).isEqualTo(1_400);
        assertThat(wait(800)).as("earlier, where there is room").isEqualTo(800);
    }

    @Test
    void keepsNoMoreThanHalfASecondOfRoomForLater() {
        assertThat(waits(5, 60_000)).containsExactly(60_000L, 60_000L, 60_000L, 60_200L, 60_400L);
    }

    @Test
    void spreadsTheLooksOfFiftyLanesOverTheTimeTheyNeed() {
        Map<Long, Integer> bySecond = new TreeMap<>();

        waits(50, 3_000).forEach(wait -> bySecond.merge(wait / 1_000, 1, Integer::sum));

        assertThat(bySecond.values()).containsExactly(7, 5, 5, 5, 5, 5, 5, 5, 5, 3);
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

    private List<Long> waits(int count, int milliseconds) {
        return IntStream.range(0, count).mapToObj(look -> wait(milliseconds)).toList();
    }

    private long wait(int milliseconds) {
        return budget.untilThereIsRoom(ACCOUNT, Duration.ofMillis(milliseconds)).toMillis();
    }
}
