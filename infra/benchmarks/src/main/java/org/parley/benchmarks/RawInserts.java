package org.parley.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** The peer of commands: each is one insert and one commit, without any rule. */
final class RawInserts {
    static final String INSERT = "insert into bare (data) values (?)";

    private final DataSource source;

    private RawInserts(DataSource source) {
        this.source = source;
    }

    static RawInserts on(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bare (id bigserial primary key, data bytea not null)");
        }
        return new RawInserts(source);
    }

    /** Inserts and commits each body; returns the number per second. */
    double perSecond(int threads, List<String> bodies) throws Exception {
        return concurrently(threads, bodies, part -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (String body : part) {
                    insert.setBytes(1, body.getBytes(StandardCharsets.UTF_8));
                    insert.executeUpdate(); // commits
                }
            }
        });
    }

    /** What a thread does with its part of the bodies. */
    interface Part {
        void process(List<String> bodies) throws Exception;
    }

    /** Deals bodies to threads in turn; returns the number per second. */
    static double concurrently(int threads, List<String> bodies, Part work) throws Exception {
        List<List<String>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < bodies.size(); i++) {
            parts.get(i % threads).add(bodies.get(i));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            long begin = System.nanoTime();
            List<Future<Object>> all = executor.invokeAll(parts.stream()
                    .<Callable<Object>>map(part -> () -> {
                        work.process(part);
                        return part;
                    })
                    .toList());
            for (Future<Object> each : all) {
                each.get();
            }
            return bodies.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
