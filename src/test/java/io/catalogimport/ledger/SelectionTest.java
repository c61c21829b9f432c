package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.catalogimport.ledger.Selection.Kind;
import io.catalogimport.ledger.Selection.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    @Test
    void choosesByWhatBecameOfARow() {
        assertThat(Selection.parse("failed").kind()).isEqualTo(Kind.FAILED);
        assertThat(Selection.parse("Rejected").kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void choosesLinesAndRangesOfThem() {
        Selection selection = Selection.parse("7, 12-15");

        assertThat(selection.kind()).isEqualTo(Kind.LINES);
        assertThat(selection.lines()).containsExactly(new Lines(7, 7), new Lines(12, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "imported", "7,", "-3", "7-", "1234567890"})
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.parse(text))
                .withMessageContaining("neither 'failed' nor 'rejected' nor lines such as 7,12-15");
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.parse("9-3"))
                .withMessage("'9-3' ends before it begins");
    }
}
