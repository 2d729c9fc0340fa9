package org.macroedge.server.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.trace.Traces;

/// A connection whose statements are steps of a trace: by their text, which has signs in the place of values, and by
/// the number of rows that they wrote. Rows that are copied through the driver are none.
final class TracedConnection implements InvocationHandler {

    private static final String EXECUTE = "execute";

    private final Connection connection;

    private TracedConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return proxy(Connection.class, new TracedConnection(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = called(connection, method, arguments);
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
        return switch (result) {
            case CallableStatement made -> proxy(CallableStatement.class, new Traced(made, sql));
            case PreparedStatement made -> proxy(PreparedStatement.class, new Traced(made, sql));
            case Statement made -> proxy(Statement.class, new Traced(made, sql));
            case null, default -> result;
        };
    }

    private static @Nullable Object called(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }

    /// @param sql with which it was prepared; empty where it comes with each execution
    private record Traced(Statement statement, String sql) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().startsWith(EXECUTE)) {
                return called(statement, method, arguments);
            }
            String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String own ? own : sql;
            String operation = text.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
            try (Traces.Step step = Traces.statement(operation.isEmpty() ? "BATCH" : operation)) {
                step.add("db.system.name", "postgresql");
                step.add("db.operation.name", operation);
                step.add("db.query.text", text.strip());
                return executed(step, method, arguments);
            }
        }

        private @Nullable Object executed(Traces.Step step, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                Object result = called(statement, method, arguments);
                switch (result) {
                    case Integer rows -> step.add("db.response.written_rows", rows);
                    case int[] rows ->
                        step.add(
                                "db.response.written_rows",
                                Arrays.stream(rows)
                                        .asLongStream()
                                        .filter(count -> count > 0)
                                        .sum());
                    case null, default -> {}
                }
                return result;
            } catch (Throwable fault) {
                step.fail(fault.getClass());
                throw fault;
            }
        }
    }
}
