package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossyTextTest {
    private static final Same LOSSY = new Same(List.of(TemplateComparison.CHARACTERS_LOST));

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
                .isEqualTo(LOSSY);
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
        assertThat(compare("Stra?e: 1\nB: 2", "B: 2\nStraße: 1")).isEqualTo(LOSSY);
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
        assertThat(compare("A: what?", "A: what?")).isEqualTo(new Same(List.of()));
    }

    @Test
    void saysThatTheMatchHangsOnLostCharacters() {
        assertThat(compare("A: '?'", "A: é").remarks())
                .extracting(TemplateRemark::sentence)
                .singleElement(as(STRING))
                .contains("was a non-ASCII character");
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
