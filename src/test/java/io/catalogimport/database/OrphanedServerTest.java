package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrphanedServerTest {
    @Test
    void knowsAServerByTheLastPartOfItsPath() {
        assertThat(OrphanedServer.isPostgres("/state/server/1a2b/bin/postgres")).isTrue();
        assertThat(OrphanedServer.isPostgres("/state/server/1a2b/bin/postgres (deleted)"))
                .isTrue();
        assertThat(OrphanedServer.isPostgres("postgres")).isTrue();
        assertThat(OrphanedServer.isPostgres("/opt/postgres/run")).isFalse();
    }

    /** Every path is one in some locale; a NUL is in none, as a letter with an accent is in none of POSIX. */
    @Test
    void readsThePathsOfOtherProcessesThatAreNoPathsHere() {
        assertThat(OrphanedServer.isPostgres("/opt/caf\0e/run")).isFalse();
    }
}
