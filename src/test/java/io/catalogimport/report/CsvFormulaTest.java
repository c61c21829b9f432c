package io.catalogimport.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1+1", "\uFF201"})
    void disarmsWhatASpreadsheetWouldRun(String value) {
        assertThat(CsvFormula.disarmed(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "a=b", "1-1", " =1", "'=1", "arn:aws:cloudformation:…"})
    void leavesOtherValuesAsTheyAre(String value) {
        assertThat(CsvFormula.disarmed(value)).isEqualTo(value);
    }

    @Test
    void disarmsOnlyTheBeginning() {
        assertThat(CsvFormula.disarmed("==1\n=2")).isEqualTo("'==1\n=2");
    }
}
