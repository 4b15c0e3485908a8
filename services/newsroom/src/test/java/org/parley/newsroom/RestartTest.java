package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.embedded.KafkaBroker;
import org.parley.newsroom.PublishedTopic.Message;
import org.parley.testkit.ApiClient;
import org.parley.testkit.DedicatedServers;

/** A newsroom is stopped and started again on the same data folder. */
@DedicatedServers
class RestartTest {
    private static final DataFolder FOLDER = DataFolder.fresh();
    private static final Pattern PASSWORD = Pattern.compile("chief, password (\\S+)");

    private static final int SIZE = Dossier.bundled("ukraine-2025").size();
    private static final String LOADED = "ukraine-2025: %d developments loaded, %d of them new";
    private static final String LAST = ReplayedDossier.read("ukraine-2025")
            .commands()
            .getLast()
            .developmentId()
            .toString();

    private static String chiefPassword = "";
    private static Seen firstDay;

    /** Everything that readers and subscribers can read of the dossier. */
    private record Seen(String contentHash, String onTheEve, String trail, List<Message> topic) {
        static Seen of(RunningNewsroom newsroom) {
            NegotiationReader archive = newsroom.archive("ukraine-2025");
            return new Seen(
                    archive.contentHash(),
                    archive.state("?asOf=2025-08-14").path("contentHash").asString(),
                    archive.trailAs(ApiClient.NDJSON),
                    newsroom.topic().of("ukraine-2025"));
        }
    }

    /** The first run, on a folder of an earlier version, whose Kafka required no authentication. */
    @BeforeAll
    static void startFirst() throws Exception {
        try (KafkaBroker earlier = KafkaBroker.startOpenForTests(FOLDER.path().resolve("kafka"), 0);
                Admin anybody = Admin.create(Map.of("bootstrap.servers", earlier.bootstrapServers()))) {
            anybody.createTopics(List.of(new NewTopic("parley.checkpoints.v1", 12, (short) 1)))
                    .all()
                    .get();
        }
        try (RunningNewsroom newsroom = RunningNewsroom.start(FOLDER)) {
            assertThat(newsroom.said()).contains(LOADED.formatted(SIZE, SIZE));
            Matcher password = PASSWORD.matcher(newsroom.said());
            assertThat(password.find()).as("a password is generated and shown").isTrue();
            chiefPassword = password.group(1);
            ApiClient chief = newsroom.anonymous().as("chief", chiefPassword);
            assertThat(chief.post("/api/accounts", "application/json", """
                            {"name":"night.editor","role":"EDITOR","password":"%s"}""".formatted(RunningNewsroom.PASSWORD))
                            .status())
                    .isEqualTo(201);
            newsroom.archive("ukraine-2025").awaitReadable(LAST);
            firstDay = Seen.of(newsroom);
        }
        assertThat(FOLDER.postgres()).as("no server is left running").isEmpty();
    }

    @Test
    void everythingIsReadableAfterTheRestart() {
        try (RunningNewsroom newsroom = RunningNewsroom.start(FOLDER)) {
            assertThat(newsroom.said()).contains(LOADED.formatted(SIZE, 0)).doesNotContain("chief, password");
            assertThat(Seen.of(newsroom)).isEqualTo(firstDay);
            ApiClient chief = newsroom.anonymous().as("chief", chiefPassword);
            assertThat(chief.get("/api/accounts").json().path("accounts"))
                    .extracting(account -> account.path("name").asString())
                    .containsExactly("chief", "dossier", "night.editor");
            assertThat(newsroom.anonymous()
                            .as("night.editor", RunningNewsroom.PASSWORD)
                            .post("/api/commands?dryRun=true", "application/json", """
                            {"command":"OpenNegotiation","negotiation":"another","title":"Another"}""")
                            .status())
                    .isEqualTo(200);
        }
    }

    @AfterAll
    static void assertPostgresIsStopped() {
        assertThat(FOLDER.postgres()).isEmpty();
    }
}
