package io.catalogimport.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.StackArn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "{stack}, web",
        "{stack}-{region}, web-eu-west-1",
        "{account}.{stack}, 111122223333.web",
        "_ {product}/{stack}, Work-queue-web"
    })
    void fillsInWhatIsKnownAndMakesTheNameLegal(String pattern, String name) {
        assertThat(new NamePattern(pattern).name(stack("web", "eu-west-1"), "Work queue"))
                .isEqualTo(name);
    }

    @Test
    void shortensANameThatIsTooLong() {
        assertThat(new NamePattern("{stack}-{stack}").name(stack("a".repeat(100), "eu-west-1"), "x"))
                .hasSize(128);
    }

    @Test
    void refusesAPatternThatGivesAllStacksOneNameOrNamesSomethingElse() {
        assertThatThrownBy(() -> new NamePattern("{region}")).hasMessageContaining("{stack}");
        assertThatThrownBy(() -> new NamePattern("{stack}-{team}")).hasMessageContaining("{team}");
    }

    @Test
    void namesAreUniqueInTheAccount() {
        ProposedNames names = new ProposedNames(NamePattern.STACK);
        names.taken("111122223333", "web");

        assertThat(names.next(stack("web", "eu-west-1"), "x")).isEqualTo("web-eu-west-1");
        assertThat(names.next(stack("web", "eu-west-1"), "x")).isEqualTo("web-2");
        assertThat(names.next(new StackArn("aws", "eu-west-1", "222233334444", "web", "1"), "x"))
                .isEqualTo("web");
        String longest = "a".repeat(128);
        names.taken("111122223333", longest);
        assertThat(names.next(stack(longest, "eu-west-1"), "x")).hasSize(128).endsWith("-eu-west-1");
    }

    private static StackArn stack(String name, String region) {
        return new StackArn("aws", region, "111122223333", name, "1");
    }
}
