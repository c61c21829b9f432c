package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private final RecentlyUsed<String, String> recent = new RecentlyUsed<>(10, (key, value) -> value.length());

    @Test
    void keepsWhatThereIsRoomFor() {
        recent.keep("a", "12345");
        recent.keep("b", "12345");

        assertThat(recent.find("a")).contains("12345");
        assertThat(recent.find("b")).contains("12345");
        assertThat(recent.find("c")).isEmpty();
    }

    @Test
    void dropsWhatWasNotUsedForTheLongestTime() {
        recent.keep("a", "12345");
        recent.keep("b", "12345");
        recent.find("a");

        recent.keep("c", "1");

        assertThat(recent.find("a")).isPresent();
        assertThat(recent.find("b")).isEmpty();
        assertThat(recent.find("c")).isPresent();
    }

    @Test
    void doesNotKeepWhatIsLargerThanTheRoom() {
        recent.keep("a", "1");
        recent.keep("b", "12345678901");

        assertThat(recent.find("b")).isEmpty();
        recent.keep("c", "1234567890");
        assertThat(recent.find("c")).isPresent();
    }

    @Test
    void countsWhatIsReplacedNoLonger() {
        recent.keep("a", "1234567890");
        recent.keep("a", "1");
        recent.keep("b", "123456789");

        assertThat(recent.find("a")).contains("1");
        assertThat(recent.find("b")).isPresent();
    }
}
