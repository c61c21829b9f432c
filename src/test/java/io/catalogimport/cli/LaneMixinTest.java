package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.cli.LaneMixin.ParallelConverter;
import io.catalogimport.cli.LaneMixin.ScopeConverter;
import io.catalogimport.ledger.LaneScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LaneMixinTest {

    @Test
    void readsHowManyLanesGoOnSideBySide() {
        assertThat(new ParallelConverter().convert("12")).isEqualTo(12);
        assertThat(new ParallelConverter().convert("Auto")).isEqualTo(LaneMixin.AUTO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "all", "1.5", ""})
    void refusesWhatIsNoNumberOfLanes(String text) {
        assertThatThrownBy(() -> new ParallelConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("neither a number of lanes from 1 on nor auto");
    }

    @Test
    void readsWhatALaneIs() {
        assertThat(new ScopeConverter().convert("account-region")).isEqualTo(LaneScope.ACCOUNT_REGION);
        assertThat(new ScopeConverter().convert("account")).isEqualTo(LaneScope.ACCOUNT);
        assertThat(new ScopeConverter().convert("run")).isEqualTo(LaneScope.RUN);
    }
}
