package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.store.AggregateCache;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.BackingServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticApplicationContext;

/** The kind of the event store and its content. */
class EventStoreTest {
    private static LedgerProcess ledger;
    private static TestNegotiation talks;
    private static StoredTrail trail;
    private static String proposed;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                BackingServices.shared().bootstrapServers(),
                LedgerProcess.newTopic(),
                Map.of(
                        "parley.ledger.relay.enabled", "false",
                        "parley.ledger.start-uncompared", "true",
                        "parley.ledger.lock-timeout", "200ms",
                        "parley.ledger.retries", "2"),
                StillClock.class);
        trail = StoredTrail.of(ledger);
        talks = TestNegotiation.open(ledger.chief());
        String first = talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"))
                .text("developmentId");
        talks.accepted(talks.retraction(TestNegotiation.newId(), first));
        proposed = talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-14"))
                .text("developmentId");
    }

    /** A clock that stands still. */
    @Configuration(proxyBeanMethods = false)
    static class StillClock {
        private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void storeIsTransactional() {
        assertThat(ledger.bean(EventStorageEngine.class)).isInstanceOf(JdbcEventStorageEngine.class);
        assertThat(ledger.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void instantsIncreaseWhenTheClockStandsStill() {
        List<Instant> recorded = trail.of(talks.slug()).stream()
                .map(row -> row.recordedAt().toInstant())
                .toList();
        assertThat(recorded).hasSizeGreaterThanOrEqualTo(7);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(recorded.get(i)).isEqualTo(StillClock.NOW.plus(i, ChronoUnit.MICROS));
        }
    }

    @Test
    void ledgerDoesNotStartWithAnotherStore() {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            context.registerBean(EventStorageEngine.class, () -> new InMemoryEventStorageEngine());
            context.registerBean(TransactionManager.class, () -> NoTransactionManager.instance());
            context.refresh();

            assertThatThrownBy(() -> new EventStoreCheck(context).afterSingletonsInstantiated())
                    .hasMessageContaining("cannot start")
                    .hasMessageContaining("InMemoryEventStorageEngine");
        }
    }

    @Test
    void eventsAreStoredUnderTheirPublishedNames() {
        assertThat(trail.of(talks.slug()))
                .extracting(StoredTrail.Row::payloadType)
                .startsWith(
                        "org.parley.NegotiationOpened.v1",
                        "org.parley.PartyAdmitted.v1",
                        "org.parley.PartyAdmitted.v1",
                        "org.parley.PartyAdmitted.v1",
                        "org.parley.CeasefireProposed.v1",
                        "org.parley.DevelopmentRetracted.v1",
                        "org.parley.CeasefireProposed.v1");
        List<String> texts = trail.jdbc().sql("""
                        select concat_ws(' ', aggregate_identifier, type, event_identifier, payload_type, payload_revision,
                            convert_from(payload, 'UTF8'), convert_from(meta_data, 'UTF8'))
                        from ledger.domain_event_entry""").query(String.class).list();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(7).allSatisfy(text -> assertThat(text)
                .doesNotContainPattern("(org\\.parley\\.[a-z]|org\\.axonframework|java\\.)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.parley.CeasefireImagined.v1",
                "org.parley.CeasefireProposed.v2",
                "com.example.CeasefireProposed",
                "java.lang.String"
            })
    void unknownEventFailsTheLoad(String unknown) {
        name(unknown);
        try {
            Map<String, String> before = trail.fingerprint();
            String acceptance = talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR");

            for (Answer answer :
                    List.of(talks.command(acceptance), talks.editor().dryRun(acceptance))) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(500);
                assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
                assertThat(answer.body()).doesNotContain("Exception");
            }
            assertThat(talks.editor().batch(acceptance))
                    .extracting(line -> line.path("status").asInt())
                    .containsExactly(500);
            assertThat(trail.fingerprint()).isEqualTo(before);
        } finally {
            name("org.parley.CeasefireProposed.v1");
        }
        assertThat(talks.editor()
                        .dryRun(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void waitForALockIsLimited() throws Exception {
        TestNegotiation other = TestNegotiation.open(talks.editor());
        String question = talks.question(TestNegotiation.newId(), "money");
        try (Connection connection = ledger.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from ledger.negotiation_head where negotiation = '%s' for update"
                    .formatted(talks.slug()));

            Answer busy = talks.command(question);

            assertThat(busy.status()).as(busy.body()).isEqualTo(503);
            assertThat(busy.header("content-type")).isEqualTo("application/problem+json");
            assertThat(busy.header("retry-after")).isEqualTo("1");
            other.accepted(other.question(TestNegotiation.newId(), "money"));
        }
        talks.accepted(question);
    }

    private static void name(String type) {
        trail.jdbc()
                .sql("update ledger.domain_event_entry set payload_type = ? where event_identifier = ?")
                .params(type, proposed)
                .update();
        ledger.bean(AggregateCache.class).removeAll();
    }
}
