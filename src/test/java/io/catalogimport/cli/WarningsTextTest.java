package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Warning;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTextTest {
    private final WarningsText warnings = new WarningsText();

    @Test
    void countsTheRowsOfEachCodeInOneLine() {
        warnings.count(row(new Warning("TAINTED", "x")));
        warnings.count(row(new Warning("OTHER_VERSION", "x"), new Warning("TAINTED", "x")));

        assertThat(printed())
                .isEqualTo("Warnings: OTHER_VERSION on 1 row, TAINTED on 2 rows. results.csv explains them.");
    }

    @Test
    void leavesNotesToTheResults() {
        warnings.count(row(new Warning("TERMINATION_PROTECTION_OFF", "x", true)));

        assertThat(printed()).isEmpty();
    }

    @Test
    void saysNothingWhereNothingIsToBeSaid() {
        warnings.count(row());

        assertThat(printed()).isEmpty();
    }

    private String printed() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        warnings.print(out);
        out.flush();
        return text.toString().strip();
    }

    private static LedgerRow row(Warning... warnings) {
        return new LedgerRow(
                2,
                "",
                List.of(),
                MappingState.ALREADY_IMPORTED,
                Remark.NONE,
                null,
                null,
                null,
                null,
                List.of(warnings),
                null,
                null,
                0);
    }
}
