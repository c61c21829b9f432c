package io.catalogimport.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsDifferenceTest {

    @Test
    void namesAnOptionWithAnotherValue() {
        assertThat(OptionsDifference.words("--lane-scope run --limit 1", "--lane-scope run --limit 2"))
                .isEqualTo("--limit 1 (this worker: --limit 2)");
    }

    @Test
    void namesAnOptionThatOnlyOneOfThemHas() {
        assertThat(OptionsDifference.words("--name-scope region --strict", "--name-scope region --only 7,12-15"))
                .isEqualTo("--strict (this worker: no --strict), no --only (this worker: --only 7,12-15)");
    }

    @Test
    void namesNoneWhereNoneDiffers() {
        assertThat(OptionsDifference.words("--name-scope region", "--name-scope region"))
                .isEmpty();
    }
}
