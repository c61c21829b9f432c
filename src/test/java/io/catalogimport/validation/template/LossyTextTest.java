package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossyTextTest {
    @ParameterizedTest
    @CsvSource({
        "caf?, café",
        "?, é",
        "?a?, éaü",
        "?, 😀",
        "??, 😀",
        "x???y, x😀😀y",
        "???, é😀",
        "why? caf?, why? café",
        "??, ?é",
        "??, é?",
        "???, 😀?"
    })
    void letsAQuestionMarkStandForALostCharacter(String inStack, String inProduct) {
        assertThat(compare("A: \"" + inStack + "\"", "A: \"" + inProduct + "\""))
                .isEqualTo(new Same(true));
    }

    @ParameterizedTest
    @CsvSource({
        "?, a",
        "??, é",
        "?, éé",
        "?????, 😀😀",
        "?, 😀😀",
        "caf, café",
        "caf?s, café",
        "é?, éü",
        "é, ?",
        "a?, é?"
    })
    void letsAQuestionMarkStandForNothingElse(String inStack, String inProduct) {
        assertThat(compare("A: \"" + inStack + "\"", "A: \"" + inProduct + "\""))
                .isInstanceOf(Different.class);
    }

    @Test
    void knowsLostCharactersInKeys() {
        assertThat(compare("Stra?e: 1\nB: 2", "B: 2\nStraße: 1")).isEqualTo(new Same(true));
    }

    @Test
    void comparesWhatStandsUnderAKeyThatLostCharacters() {
        assertThat(compare("Stra?e: 1", "Straße: 2").sentence())
                .isEqualTo("The templates differ: \"Stra?e\": stack has \"1\", product has \"2\".");
    }

    @Test
    void matchesEachKeyOnce() {
        assertThat(compare("'?a': 1", "'éa': 1\n'èa': 1")).isInstanceOf(Different.class);
    }

    @Test
    void reportsNoLossForQuestionMarksOfTheProductsOwn() {
        assertThat(compare("A: what?", "A: what?")).isEqualTo(new Same(false));
    }

    @Test
    void saysThatTheMatchHangsOnLostCharacters() {
        assertThat(compare("A: '?'", "A: é").sentence()).contains("which GetTemplate does not give back");
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
