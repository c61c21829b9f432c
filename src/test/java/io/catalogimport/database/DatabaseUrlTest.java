package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/database",
                "jdbc:postgresql://one:5432,other:5433/database?targetServerType=primary",
                "jdbc:postgresql:database",
                "jdbc:postgresql://[::1]:5432/database",
                "jdbc:postgresql://host/database?user=app&password=p%40ss&sslmode=verify-full&ApplicationName=night",
                "jdbc:postgresql://host/database?sslmode=Require"
            })
    void acceptsWhatTheDriverReads(String url) {
        assertThatCode(() -> DatabaseUrl.requireUsable(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:secret@host/database",
                "jdbc:postgresql://app:secret@host/database",
                "jdbc:postgresql://app:secret@host:5432/database",
                "jdbc:postgresql://host:port/database?password=secret",
                "jdbc:postgresql://host/database?password=%secret",
                "jdbc:postgresql://host/database?password=secret&sslmode=always"
            })
    void refusesTheOthersWithoutRepeatingAPassword(String url) {
        assertThatThrownBy(() -> DatabaseUrl.requireUsable(url))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageNotContaining("secret");
    }
}
