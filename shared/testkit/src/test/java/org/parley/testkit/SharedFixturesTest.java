package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedFixturesTest {
    private final SharedFixtures fixtures = new SharedFixtures();
    private final List<String> history = new ArrayList<>();

    private record Server(String name, List<String> history) implements AutoCloseable {
        @Override
        public void close() {
            history.add(name + " closed");
        }
    }

    private Server server(String name) {
        return fixtures.getOrStart(name, () -> {
            history.add(name + " started");
            return new Server(name, history);
        });
    }

    @Test
    void startsOneFixturePerKey() {
        assertThat(server("one")).isSameAs(server("one")).isNotEqualTo(server("two"));
        assertThat(history).containsExactly("one started", "two started");
    }

    @Test
    void closesServiceBeforeItsServer() {
        fixtures.getOrStart("service", () -> {
            server("server");
            return new Server("service", history);
        });
        fixtures.closeAll();
        assertThat(history).containsExactly("server started", "service closed", "server closed");
    }

    @Test
    void closesOthersWhenOneFails() {
        server("server");
        fixtures.getOrStart("stubborn", () -> () -> {
            throw new IllegalStateException("still busy");
        });
        fixtures.closeAll();
        assertThat(history).containsExactly("server started", "server closed");
    }

    @Test
    void retriesFailedStart() {
        assertThatThrownBy(() -> fixtures.getOrStart("server", () -> {
                    throw new IllegalStateException("no port is free");
                }))
                .hasMessage("no port is free");
        assertThat(server("server").name()).isEqualTo("server");
    }

    @Test
    void returnsSameFixtureToConcurrentCallers() {
        List<CompletableFuture<Server>> requests = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> server("one"), Thread::startVirtualThread))
                .limit(20)
                .toList();
        assertThat(requests).extracting(CompletableFuture::join).containsOnly(server("one"));
        assertThat(history).containsExactly("one started");
    }
}
