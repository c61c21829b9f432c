package io.catalogimport.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Location LOCATION = new Location("111122223333", "eu-central-1");

    /** The same as {@code printf 111122223333/eu-central-1/product/queue | sha256sum}. */
    @Test
    void derivesIdsFromNamesAsTheDocumentationSays() {
        assertThat(Ids.derived("prod-", LOCATION, "product", "queue")).isEqualTo("prod-9ce68167f0788");
        assertThat(Ids.derivedStackId(LOCATION, "queue")).isEqualTo("c0b29694-b4e8-c7a9-7436-0dd19868c7f3");
    }

    @Test
    void neverGivesOutTheSameIdTwice() {
        Ids ids = new Ids("origin");

        assertThat(ids.next("rec-")).matches("rec-[0-9a-f]{13}").isNotEqualTo(ids.next("rec-"));
        assertThat(new Ids("other").next("rec-")).isNotEqualTo(new Ids("origin").next("rec-"));
    }
}
