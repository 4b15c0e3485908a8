package org.parley.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.parley.contract.PublishedEvent;

/** A projection with one row per event, whose content depends only on the event and the projection's version. */
public final class LineProjection implements Projection {
    private final int version;
    private final AtomicInteger applied = new AtomicInteger();
    private volatile Consumer<PublishedEvent> before = event -> {};

    public LineProjection(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String tables() {
        return """
                create table line (negotiation text not null, position bigint not null, content text not null%s,
                primary key (negotiation, position))""".formatted(version == 1 ? "" : ", more text");
    }

    @Override
    public String indexes() {
        return "create index if not exists line_content on line (content)";
    }

    /** Sets an action to run before each event is applied. */
    public LineProjection before(Consumer<PublishedEvent> next) {
        before = next;
        return this;
    }

    /** The number of applied events, committed or not. */
    public int applied() {
        return applied.get();
    }

    @Override
    public void project(Connection connection, List<ReceivedEvent> events) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into line (negotiation, position, content) values (?, ?, ?)")) {
            for (ReceivedEvent received : events) {
                PublishedEvent event = received.event();
                before.accept(event);
                insert.setString(1, event.subject().negotiation());
                insert.setLong(2, event.position());
                insert.setString(3, version + " " + event.developmentId());
                insert.addBatch();
                applied.incrementAndGet();
            }
            insert.executeBatch();
        }
    }
}
