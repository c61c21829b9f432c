package io.catalogimport.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultPageTest {
    private static final int SIZE = 2;

    private final List<Integer> all =
            new ArrayList<>(IntStream.rangeClosed(1, 7).boxed().toList());

    @Test
    void hasATokenUntilNothingIsLeft() {
        ResultPage<Integer> first = ResultPage.of(all, SIZE, Optional.empty());

        assertThat(first.items()).containsExactly(1, 2);
        assertThat(pages(first.nextToken())).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void hasNoTokenWhereWhatIsLeftIsNotShown() {
        ResultPage<Integer> page = ResultPage.of(all, item -> item == 2 || item == 4, SIZE, Optional.empty());

        assertThat(page.items()).containsExactly(2, 4);
        assertThat(page.nextToken()).isNull();
    }

    /** As a stack that is deleted while somebody lists all stacks. */
    @Test
    void leavesNothingOutWhereAnItemBeforeItIsShownNoMore() {
        ResultPage<Integer> first = ResultPage.of(all, SIZE, Optional.empty());

        ResultPage<Integer> second =
                ResultPage.of(all, item -> item != 1, SIZE, Optional.ofNullable(first.nextToken()));

        assertThat(second.items()).containsExactly(3, 4);
    }

    @Test
    void refusesATokenThatItNeverGave() {
        assertThatThrownBy(() -> ResultPage.of(all, SIZE, Optional.of("b2Zmc2V0Ojk5")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResultPage.of(all, SIZE, Optional.of("abcd")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> pages(@Nullable String token) {
        List<Integer> items = new ArrayList<>();
        Optional<String> next = Optional.ofNullable(token);
        while (next.isPresent()) {
            ResultPage<Integer> page = ResultPage.of(all, SIZE, next);
            items.addAll(page.items());
            next = Optional.ofNullable(page.nextToken());
        }
        return items;
    }
}
