package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Which errors of the database pass with time, and which do not. */
class DatabaseTroubleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08003", "08006", "08P01", "53100", "53300", "57014", "57P01", "57P02", "57P03", "57P05",
                "58030", "25006", "25P03", "40001", "40P01", "55P03"
            })
    void aServerThatIsAwayOrBusyIsAnOutage(String state) {
        SQLException error = new SQLException("trouble", state);

        assertThat(DatabaseOutage.isBehind(new IllegalStateException(error))).isTrue();
        assertThat(DatabaseRefusal.words(error)).isEmpty();
    }

    @Test
    void aServerThatEndsTheSessionIsAnOutageWhateverItsState() {
        assertThat(DatabaseOutage.isBehind(answer("FATAL", "XX000", "terminating connection")))
                .isTrue();
        assertThat(DatabaseOutage.isBehind(answer("ERROR", "XX000", "cache lookup failed")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08004", "28000", "28P01", "3D000", "42501"})
    void aServerThatRefusesUsIsNot(String state) {
        PSQLException error = answer("FATAL", state, "no");

        assertThat(DatabaseOutage.isBehind(error)).isFalse();
        assertThat(DatabaseRefusal.words(error)).hasValueSatisfying(words -> assertThat(words)
                .contains("The database refused access: no.", "SPRING_DATASOURCE_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P05", "26000"})
    void aPreparedStatementOfAnotherSessionShowsAPooler(String state) {
        PSQLException error = answer("ERROR", state, "prepared statement \"S_1\" already exists");

        assertThat(DatabaseRefusal.words(error)).contains(SessionCheck.WORDS);
    }

    @Test
    void aPoolerThatRefusesTransactionsDoesNotKeepSessions() {
        PSQLException error = answer("FATAL", "08P01", "transaction blocks not allowed in statement pooling mode");

        assertThat(DatabaseRefusal.words(error)).contains(SessionCheck.WORDS);
    }

    @Test
    void aCertificateThatIsNotTrustedIsAMatterOfTheUrl() {
        SQLException error = new SQLException("SSL error", "08006", new CertificateException("unknown"));

        assertThat(DatabaseRefusal.words(error))
                .hasValueSatisfying(words -> assertThat(words).contains("SPRING_DATASOURCE_URL", "SSL error"));
    }

    @Test
    void whereAStatementOfOursStoppedIsNotSaid() {
        PSQLException error = new PSQLException(
                new ServerErrorMessage("SERROR\0C42501\0Mpermission denied for schema public\0P14\0\0"));

        assertThat(DatabaseRefusal.words(error)).hasValueSatisfying(words -> assertThat(words)
                .contains("permission denied for schema public.")
                .doesNotContain("Position", "\n"));
    }

    private static PSQLException answer(String severity, String state, String message) {
        return new PSQLException(new ServerErrorMessage("S%s\0C%s\0M%s\0\0".formatted(severity, state, message)));
    }
}
