package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Templates that nobody writes for CloudFormation's sake end in a finding, and soon. */
@Timeout(20)
class HostileTemplatesTest {
    private static final int MANY = 20_000;

    @Test
    void matchManyKeysThatLostCharacters() {
        assertThat(compare(keys(i -> "?" + i) + "B: 1\n", "B: 1\n" + keys(i -> "é" + i)))
                .isInstanceOf(Same.class);
        assertThat(compare(keys(i -> "??" + i) + "B: 1\n", "B: 1\n" + keys(i -> "😀" + i)))
                .isInstanceOf(Same.class);
    }

    @Test
    void reportManyKeysThatLostCharactersButMatchNone() {
        assertThat(compare(keys(i -> "?" + i), keys(i -> "é" + i + "x"))).isInstanceOf(Different.class);
        assertThat(compare(keys(i -> "why? " + i), keys(i -> "why: " + i))).isInstanceOf(Different.class);
    }

    private static String keys(IntFunction<String> key) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> " \"" + key.apply(i) + "\": x\n")
                .collect(Collectors.joining("", "A:\n", ""));
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
