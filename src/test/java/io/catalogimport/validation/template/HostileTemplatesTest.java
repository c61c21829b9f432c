package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that only an attacker writes end in a finding, and soon. */
@Timeout(20)
class HostileTemplatesTest {
    private static final int MANY = 20_000;

    static List<String> hostile() {
        String bomb = IntStream.range(1, 40)
                .mapToObj(i -> "A" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                .collect(Collectors.joining("", "A0: &a0 [x]\n", ""));
        return List.of(
                "{\"A\": " + "9".repeat(1_100) + "}",
                "{\"" + "k".repeat(60_000) + "\": 1}",
                "{\"A\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"A\": " + "{\"a\":".repeat(100_000),
                "A: " + "[".repeat(100_000) + "]".repeat(100_000),
                "A: " + "{a: ".repeat(50_000),
                IntStream.range(0, 2_000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()),
                bomb,
                "A: &a {<<: *a}",
                "A: \"\\u0000\uD800\"",
                "A: \u0007",
                "{\"A\": \"\uDC00\"}",
                "A: !" + "x".repeat(100_000) + " y",
                "? {a: b}\n: c",
                "A: " + "1".repeat(2_000_000),
                "A: 0x" + "f".repeat(2_000_000),
                "A: 1" + ":1".repeat(500_000),
                "A: 1e" + "9".repeat(100_000),
                "!Sub [a, b]",
                "%TAG ! tag:x,2000:\n---\nA: !Ref b");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endInAFinding(String template) {
        assertThat(compare(template, "A: 1")).isNotInstanceOf(Same.class);
        assertThat(compare("A: 1", template)).isNotInstanceOf(Same.class);
        assertThat(compare(template, template)).isInstanceOf(Same.class);
    }

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
