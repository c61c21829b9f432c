package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are equal, or were before GetTemplate, need no reading. */
class EqualTextsTest {
    private static final Same LOSSY = new Same(List.of(TemplateComparison.CHARACTERS_LOST));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: 1\nA: 2\n",
                "{\"A\": 1,}",
                "{\"A\": \n\n",
                "A: {\"A\": 1} x: [",
                "no template",
            })
    void takesEqualTextsForTheSameWhateverTheySay(String text) {
        assertThat(compare(text, text)).isEqualTo(new Same(List.of()));
    }

    @Test
    void passesOverLineEnds() {
        assertThat(compare("A: [\r\nA\r", "A: [\nA\n")).isEqualTo(new Same(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A:\n  - → deploys\n  - x\n",
                "A: → deploys\n",
                "A: [→ a, b]\n",
                "→ a: 1\n",
                "é: 1\nü: 2\n",
                "A: |\n  → x\n# 😀\n",
            })
    void takesForTheSameWhatGetTemplateMadeOfAText(String product) {
        assertThat(compare(LossyText.lostByCharacter(product), product)).isEqualTo(LOSSY);
        assertThat(compare(LossyText.lostByHalfCharacter(product), product)).isEqualTo(LOSSY);
    }

    @Test
    void knowsALostCharacterThatMadeAnotherStructureInATextThatIsWrittenAnew() {
        assertThat(compare("A:\n- ? deploys\n- x\n", "A:\n    - → deploys\n    - x\n"))
                .isEqualTo(LOSSY);
        assertThat(compare("A:\n- ? deploys\n- x\n", "A:\n    - → deploys\n    - y\n"))
                .isInstanceOf(Different.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "\uFEFF"})
    void passesOverAByteOrderMarkHoweverItComesBack(String inStack) {
        for (String text : List.of("Resources: {T: {}}", "{\"Resources\": {\"T\": {}}}")) {
            assertThat(compare(inStack + text, "\uFEFF" + text)).isEqualTo(new Same(List.of()));
            assertThat(compare(inStack + text, "\uFEFF" + "Resources:\n  T: {}\n"))
                    .isEqualTo(new Same(List.of()));
            assertThat(compare(inStack + text, "\uFEFFResources: {U: {}}")).isInstanceOf(Different.class);
        }
    }

    @Test
    void knowsLostCharactersBehindAByteOrderMark() {
        assertThat(compare("?A: caf?", "\uFEFFA: café")).isEqualTo(LOSSY);
    }

    @Test
    void keepsAQuestionMarkApartWhereThereIsNoByteOrderMark() {
        assertThat(compare("?A: 1", "A: 1")).isInstanceOf(Different.class);
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
