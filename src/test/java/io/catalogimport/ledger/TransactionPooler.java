package io.catalogimport.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections as PgBouncer gives them out in transaction mode: each transaction runs in any session that is free at that
 * moment. Where PgBouncer waits for a free session, this pooler fails.
 */
public final class TransactionPooler extends AbstractDataSource implements AutoCloseable {
    private final Deque<Connection> free = new ArrayDeque<>();
    private final boolean inTurn;

    /** @param inTurn whether the session that was used last is given out last, and not first */
    public TransactionPooler(DataSource server, int sessions, boolean inTurn) throws SQLException {
        this.inTurn = inTurn;
        for (int i = 0; i < sessions; i++) {
            free.add(server.getConnection());
        }
    }

    @Override
    public Connection getConnection() {
        return proxy(Connection.class, new Client()::call);
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        for (Connection session : free) {
            session.close();
        }
    }

    private Connection taken() {
        if (free.isEmpty()) {
            throw new AssertionError("Would wait for a session");
        }
        return free.removeFirst();
    }

    private void give(Connection session) {
        if (inTurn) {
            free.addLast(session);
        } else {
            free.addFirst(session);
        }
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** One connection to the pooler. */
    private final class Client {
        private boolean autoCommit = true;
        private @Nullable Connection transaction;

        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "setAutoCommit" -> {
                    end();
                    autoCommit = arguments != null && (boolean) arguments[0];
                    return null;
                }
                case "getAutoCommit" -> {
                    return autoCommit;
                }
                case "rollback", "commit", "close" -> {
                    end();
                    return null;
                }
                case "getNetworkTimeout" -> {
                    return 0;
                }
                case "setNetworkTimeout" -> {
                    return null;
                }
                default -> {
                    return statement(method, arguments);
                }
            }
        }

        /** Without a transaction, it has its session until it is closed. */
        private Object statement(Method method, Object @Nullable [] arguments) throws Throwable {
            Connection session = transaction == null ? taken() : transaction;
            if (!autoCommit) {
                session.setAutoCommit(false);
                transaction = session;
            }
            Statement statement = Objects.requireNonNull((Statement) invoke(session, method, arguments));
            Class<?> type = method.getReturnType();
            return proxy(type.asSubclass(Statement.class), (call, values) -> {
                if (call.getName().equals("close") && transaction == null) {
                    give(session);
                }
                return invoke(statement, call, values);
            });
        }

        private void end() throws SQLException {
            if (transaction != null) {
                transaction.rollback();
                transaction.setAutoCommit(true);
                give(transaction);
                transaction = null;
            }
        }
    }
}
