package org.parley.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the rows read from the event table at the JDBC level. */
final class EventRowCounter implements BeanPostProcessor {
    private final AtomicLong rows = new AtomicLong();

    /** The number of rows read since the last call. */
    long taken() {
        return rows.getAndSet(0);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(DataSource.class, source, "") : bean;
    }

    private <T> T counted(Class<T> type, T target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                if (target instanceof ResultSet && method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                    rows.incrementAndGet();
                }
                return watched(result, arguments, sql);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(EventRowCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object watched(Object result, Object[] arguments, String sql) {
        return switch (result) {
            case PreparedStatement statement
            when String.valueOf(arguments[0]).toLowerCase(Locale.ROOT).contains("domain_event_entry") ->
                counted(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            case ResultSet found when !sql.isEmpty() -> counted(ResultSet.class, found, sql);
            case Connection connection -> counted(Connection.class, connection, "");
            case null, default -> result;
        };
    }
}
