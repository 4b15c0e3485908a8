package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackingServicesTest {
    private final BackingServices services = BackingServices.shared();

    @Test
    void createsSeparateEmptyDatabases() throws Exception {
        var first = new NoteTable(services.newDatabase()).create();
        var second = new NoteTable(services.newDatabase()).create();
        first.write("agreed");
        assertThat(first.all()).containsExactly("agreed");
        assertThat(second.all()).isEmpty();
    }

    @Test
    void readsRecordSentToTopic() throws Exception {
        var topic = TextTopic.create(services.bootstrapServers(), "topic-" + UUID.randomUUID());
        topic.send("agreed");
        assertThat(topic.all()).containsExactly("agreed");
    }

    @Test
    void startsServersOnce() {
        assertThat(BackingServices.shared()).isSameAs(services);
    }
}
