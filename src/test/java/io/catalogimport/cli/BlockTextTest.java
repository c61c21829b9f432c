package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Lane;
import io.catalogimport.cli.BlockText.Line;
import io.catalogimport.cli.ProgressState.Activity;
import io.catalogimport.cli.ProgressState.Picture;
import io.catalogimport.cli.ProgressState.UnderWay;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockTextTest {
    private static final TerminalSize WIDE = new TerminalSize(40, 120);
    private static final UnderWay IMPORT =
            new UnderWay(new Lane("aws", "111122223333", "eu-central-1"), "shop-orders-queue", Duration.ofSeconds(133));

    @Test
    void showsTheWholeRunAndWhatEachLaneDoes() {
        assertThat(texts(picture(3, 4, List.of(IMPORT)), WIDE))
                .containsExactly(
                        "Importing  42/202  about 01:20:00 left  00:10:02 so far",
                        "  3 failed, 4 rejected",
                        "  111122223333/eu-central-1  00:02:13  shop-orders-queue");
    }

    @Test
    void saysNothingOfTroubleWhereThereIsNone() {
        assertThat(texts(picture(0, 0, List.of(IMPORT)), WIDE)).hasSize(2);
    }

    @Test
    void marksFailuresButNotRejections() {
        assertThat(BlockText.lines(picture(1, 0, List.of()), WIDE)).anyMatch(Line::isTrouble);
        assertThat(BlockText.lines(picture(0, 1, List.of()), WIDE)).noneMatch(Line::isTrouble);
    }

    @Test
    void showsTenLanesAndHowManyMoreThereAre() {
        assertThat(texts(picture(0, 0, Collections.nCopies(12, IMPORT)), WIDE))
                .hasSize(12)
                .last()
                .isEqualTo("  and 2 more lanes");
    }

    @Test
    void isNeverHigherThanTheTerminal() {
        assertThat(texts(picture(1, 1, Collections.nCopies(12, IMPORT)), new TerminalSize(8, 80)))
                .hasSizeLessThan(8)
                .last()
                .isEqualTo("  and 8 more lanes");
    }

    @Test
    void cutsLongNamesBeforeTheLastColumn() {
        assertThat(texts(picture(0, 0, List.of(IMPORT)), new TerminalSize(24, 50)))
                .allMatch(line -> line.length() <= 49)
                .last()
                .isEqualTo("  111122223333/eu-central-1  00:02:13  shop-orde…");
    }

    private static List<String> texts(Picture picture, TerminalSize size) {
        return BlockText.lines(picture, size).stream().map(Line::text).toList();
    }

    private static Picture picture(long failed, long rejected, List<UnderWay> imports) {
        return new Picture(
                Activity.IMPORTING,
                42,
                202,
                failed,
                rejected,
                imports,
                Duration.ofSeconds(602),
                Optional.of(Duration.ofMinutes(80)));
    }
}
