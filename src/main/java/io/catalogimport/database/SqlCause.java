package io.catalogimport.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** The error of the database behind an error of a framework. */
public final class SqlCause {
    /** As the driver shows what the server says; details and the place in the statement are on the lines after. */
    private static final Pattern ANSWER = Pattern.compile("(ERROR|FATAL|PANIC): ([^\\n]*).*", Pattern.DOTALL);

    private SqlCause() {}

    /** The first error with an SQL state; empty if there is none. */
    public static Optional<SQLException> of(Throwable error) {
        return ExceptionUtils.stream(error)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(sql -> !state(sql).isEmpty())
                .findFirst();
    }

    /** The SQL state; empty if there is none. */
    public static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    /** How serious the server calls its error: {@code ERROR}, {@code FATAL}; empty if the error is the driver's own. */
    public static String severity(SQLException error) {
        Matcher answer = ANSWER.matcher(String.valueOf(error.getMessage()));
        return answer.matches() ? answer.group(1) : "";
    }

    /** The server's own sentence, or the driver's, without where in a statement of ours it stopped. */
    public static String text(SQLException error) {
        String message = String.valueOf(error.getMessage());
        Matcher answer = ANSWER.matcher(message);
        return (answer.matches() ? answer.group(2) : message).replaceFirst("\\.+$", "");
    }
}
