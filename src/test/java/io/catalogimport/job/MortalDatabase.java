package io.catalogimport.job;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The database of a {@link MortalProcess}: each statement that writes, and each commit of such, is one of its effects. */
final class MortalDatabase implements BeanPostProcessor {
    private static final Pattern READ = Pattern.compile(
            "\\s*(select|set|reset|show|with\\b(?!.*\\b(insert|update|delete)\\s))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Of a write, what it does to which table. */
    private static final Pattern WORDS = Pattern.compile(
            "\\b(insert\\s+into|update|delete\\s+from|analyze|copy)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    /** A state, a status or the like: what tells two statements apart for a human. */
    private static final Pattern TELLING = Pattern.compile("[A-Z_]{3,}");
    /** With these, a dead process only lets go of what it had. */
    private static final Set<String> HARMLESS =
            Set.of("close", "isClosed", "isWrapperFor", "hashCode", "equals", "toString", "isActive", "cancelCopy");

    /** Of a stream of rows, what the server gets to know. */
    private static final Set<String> COPYING = Set.of("writeToCopy", "endCopy");

    private final MortalProcess process;

    MortalDatabase(MortalProcess process) {
        this.process = process;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? proxy(DataSource.class, database, (method, arguments) -> {
                    Object result = invoke(database, method, arguments);
                    return result instanceof Connection connection ? opened(connection) : result;
                })
                : bean;
    }

    private Connection opened(Connection connection) throws Throwable {
        process.hasSession(connection.unwrap(PGConnection.class).getBackendPID());
        return proxy(Connection.class, connection, new Session(connection));
    }

    private <T> T proxy(Class<T> type, T target, Behaviour behaviour) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (HARMLESS.contains(method.getName())) {
                return invoke(target, method, arguments);
            }
            process.requireAlive();
            return behaviour.call(method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private interface Behaviour {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    /** Knows whether there is something to commit. */
    private final class Session implements Behaviour {
        private final Connection connection;
        private boolean written;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit") && written) {
                written = false;
                return effect("commit", connection, method, arguments);
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PGConnection driver) {
                return proxy(
                        PGConnection.class,
                        driver,
                        (name, values) -> name.getName().equals("getCopyAPI")
                                ? new MortalCopies(this, connection.unwrap(BaseConnection.class))
                                : invoke(driver, name, values));
            }
            if (result instanceof PreparedStatement statement && arguments != null) {
                return proxy(
                        PreparedStatement.class,
                        statement,
                        new Execution(this, statement, String.valueOf(arguments[0])));
            }
            return result instanceof Statement statement
                    ? proxy(Statement.class, statement, new Execution(this, statement, null))
                    : result;
        }

        /** Before a statement of Batch's own or a commit, nothing is new to the world since the effect before. */
        @Nullable
        Object effect(String effect, Object target, Method method, Object @Nullable [] arguments) throws Throwable {
            boolean ledger = effect.contains(" mapping_");
            String begun = ledger ? process.begins(effect) : process.beginsAtOnce(effect);
            Object result = invoke(target, method, arguments);
            process.ended(begun);
            return result;
        }
    }

    /** Each piece of a stream of rows is an effect, and so is its end. */
    private final class MortalCopies extends CopyManager {
        private final Session session;

        MortalCopies(Session session, BaseConnection connection) throws SQLException {
            super(connection);
            this.session = session;
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            CopyIn copy = super.copyIn(sql);
            String effect = name(sql);
            return proxy(CopyIn.class, copy, (method, arguments) -> {
                if (!COPYING.contains(method.getName())) {
                    return invoke(copy, method, arguments);
                }
                session.written = true;
                return session.effect(effect, copy, method, arguments);
            });
        }
    }

    private static String name(String write) {
        Matcher words = WORDS.matcher(write);
        if (!words.find()) {
            throw new IllegalArgumentException("Neither known as a read nor as a write: " + write);
        }
        return words.group(1).toLowerCase(Locale.ROOT) + " " + words.group(2);
    }

    /** Remembers the telling ones among the parameters of a statement. */
    private static final class Execution implements Behaviour {
        private final Session session;
        private final Statement statement;
        private final @Nullable String sql;
        private final List<String> telling = new ArrayList<>();

        Execution(Session session, Statement statement, @Nullable String sql) {
            this.session = session;
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                remember(arguments[1]);
            }
            if (!name.startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            String executed = sql == null && arguments != null ? String.valueOf(arguments[0]) : String.valueOf(sql);
            if (READ.matcher(executed).matches()) {
                return invoke(statement, method, arguments);
            }
            session.written = !session.connection.getAutoCommit();
            return session.effect(tellingName(executed), statement, method, arguments);
        }

        private void remember(@Nullable Object parameter) {
            if (parameter instanceof String text && TELLING.matcher(text).matches()) {
                telling.add(text);
            }
        }

        private String tellingName(String write) {
            return telling.isEmpty() ? name(write) : name(write) + " " + telling.get(0);
        }
    }
}
