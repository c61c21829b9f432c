package io.catalogimport.database;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Tells whether an error means that settings or rights must be changed, so that the same cannot work later. */
public final class DatabaseRefusal {
    /** A statement that the driver has prepared is unknown, or another's: they were prepared in another session. */
    private static final List<String> OTHER_SESSION = List.of("42P05", "26000");

    /** No right to it, and no schema that may be used. */
    private static final List<String> NO_RIGHT = List.of("42501", "3F000");

    /** A missing or wrong user or password, and a database that does not exist. */
    private static final List<String> NO_ENTRY = List.of("08004", "28", "3D");

    /** Of the URL: {@code sslmode=always}. */
    private static final String INVALID_VALUE = "22023";

    private DatabaseRefusal() {}

    /** What to do about an error that is a refusal; empty for any other. */
    public static Optional<String> words(SQLException error) {
        String state = SqlCause.state(error);
        String text = SqlCause.text(error);
        if (OTHER_SESSION.contains(state) || text.contains("statement pooling mode")) {
            return Optional.of(SessionCheck.WORDS);
        }
        if (text.contains("unsupported startup parameter")) {
            return Optional.of(
                    "The connection pooler refuses a setting of the connection: %s. Use PostgreSQL's own port in SPRING_DATASOURCE_URL."
                            .formatted(text));
        }
        if (isWithoutRight(state)) {
            return Optional.of(
                    "The database refused access: %s. Grant the right to the user in SPRING_DATASOURCE_USERNAME, or give it a schema of its own with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                            .formatted(text));
        }
        if (isAboutAccess(state)) {
            return Optional.of("The database refused access: %s. Check SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD."
                    .formatted(text));
        }
        return isAboutTheUrl(error, state)
                ? Optional.of("The connection to the database cannot be made as SPRING_DATASOURCE_URL asks for: %s."
                        .formatted(text))
                : Optional.empty();
    }

    /** Whether the server is there, but does not let this user in or do this. */
    static boolean isAboutAccess(String state) {
        return isWithoutRight(state) || NO_ENTRY.stream().anyMatch(state::startsWith);
    }

    private static boolean isWithoutRight(String state) {
        return NO_RIGHT.contains(state);
    }

    /** A value that the driver does not know, or a certificate that it does not trust. */
    private static boolean isAboutTheUrl(SQLException error, String state) {
        return SqlCause.severity(error).isEmpty()
                && (state.equals(INVALID_VALUE)
                        || ExceptionUtils.stream(error).anyMatch(GeneralSecurityException.class::isInstance));
    }
}
