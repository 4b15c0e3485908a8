package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.parley.newsroom.PublishedTopic.Message;
import org.parley.testkit.ApiClient;

/** Everything that a command can change, captured when all logged events have been published. */
record UnchangedState(
        RunningNewsroom newsroom,
        TestNegotiation talks,
        String contentHash,
        String trail,
        Map<TopicPartition, Long> topic) {
    static UnchangedState of(RunningNewsroom newsroom, TestNegotiation talks) {
        return new UnchangedState(
                newsroom,
                talks,
                talks.archive().contentHash(),
                talks.archive().trailAs(ApiClient.NDJSON),
                newsroom.topic().ends());
    }

    /** Asserts that nothing has changed, and that the next logged development is the only new event. */
    void holds() {
        assertThat(of(newsroom, talks)).isEqualTo(this);
        String next = talks.log("{'command':'RaiseQuestion','matter':'next','title':'What next?','theme':'POLITICS'}");
        List<Message> messages = newsroom.topic().of(talks.slug());
        assertThat(messages).hasSize((int) trail.lines().count() + 1);
        assertThat(messages.getLast().id()).isEqualTo(next);
        assertThat(messages.getLast().position()).isEqualTo(messages.size());
    }
}
