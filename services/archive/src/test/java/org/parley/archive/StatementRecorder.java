package org.parley.archive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.context.request.RequestContextHolder;

/** Records the SQL statements of queries, and the notices of PostgreSQL. */
final class StatementRecorder implements BeanPostProcessor {
    private static final String WATCH = "live-watch";

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final List<String> watched = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source) : bean;
    }

    /** The statements that web requests execute during some work. */
    List<String> during(Runnable work) {
        statements.clear();
        notices.clear();
        work.run();
        return List.copyOf(statements);
    }

    /** The statements that the live feed has executed since it was cleared. */
    List<String> ofLiveFeed() {
        return List.copyOf(watched);
    }

    void clearLiveFeed() {
        watched.clear();
    }

    /** The notices of PostgreSQL since the last {@link #during} started. */
    List<String> notices() {
        return new ArrayList<>(notices);
    }

    private <T> T watched(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                if (target instanceof PreparedStatement statement
                        && method.getName().startsWith("execute")) {
                    if (RequestContextHolder.getRequestAttributes() != null) {
                        recordStatement(statement);
                    } else if (Thread.currentThread().getName().equals(WATCH)) {
                        watched.add(statement.toString());
                    }
                }
                return switch (method.getName().equals("unwrap") ? null : result) {
                    case PreparedStatement statement -> watched(PreparedStatement.class, statement);
                    case Connection connection -> watched(Connection.class, connection);
                    case null, default -> result; // objects of the driver are not wrapped
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void recordStatement(PreparedStatement statement) throws SQLException {
        statements.add(statement.toString());
        for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            notices.add(notice.getMessage());
        }
    }
}
