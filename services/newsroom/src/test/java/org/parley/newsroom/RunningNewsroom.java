package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.testkit.ApiClient;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole newsroom within this JVM, as a user of its addresses sees it. */
final class RunningNewsroom implements AutoCloseable {
    /** For {@link #start}: the chief signs in with {@link #CHIEF_PASSWORD} instead of a generated one. */
    static final String WITH_CHIEF_PASSWORD = "--parley.access.password=" + RunningNewsroom.CHIEF_PASSWORD;

    /** The lock for what a JVM has only one of: its standard output and its language. */
    static final Object WHOLE_JVM = new Object();

    static final String CHIEF_PASSWORD = "the chief's password";

    /** Everybody else's. */
    static final String PASSWORD = "a password of one's own";

    private final Newsroom newsroom;
    private final String said;
    private final Map<String, ApiClient> people = new ConcurrentHashMap<>();

    private RunningNewsroom(Newsroom newsroom, String said) {
        this.newsroom = newsroom;
        this.said = said;
    }

    /**
     * Starts one on free ports; arguments are Spring Boot's. One at a time: what is captured, and the language, are the whole
     * JVM's.
     */
    static RunningNewsroom start(DataFolder folder, String... arguments) {
        synchronized (WHOLE_JVM) {
            return startAlone(folder, arguments);
        }
    }

    private static RunningNewsroom startAlone(DataFolder folder, String... arguments) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(heard, true, UTF_8));
        try {
            return new RunningNewsroom(
                    Newsroom.start(new Settings(folder.path(), 0, 0), arguments), heard.toString(UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    /** What it printed while it started. */
    String said() {
        return said;
    }

    String address() {
        return "http://localhost:" + property("local.server.port");
    }

    ApiClient anonymous() {
        return ApiClient.anonymous(address());
    }

    ApiClient chief() {
        return anonymous().as("chief", CHIEF_PASSWORD);
    }

    /** An editor of this newsroom, the same for all tests. */
    ApiClient editor() {
        return withRole("EDITOR");
    }

    /** A reader of this newsroom, the same for all tests. */
    ApiClient reader() {
        return withRole("READER");
    }

    private ApiClient withRole(String role) {
        return people.computeIfAbsent(role, this::newAccount);
    }

    /** Somebody new with this role: READER, EDITOR or CHIEF. */
    ApiClient newAccount(String role) {
        String name = "somebody-" + UUID.randomUUID().toString().substring(0, 8);
        return chief().newAccount(name, role, PASSWORD);
    }

    Archive archive(String negotiation) {
        return new Archive(anonymous(), negotiation);
    }

    Topic topic() {
        return Topic.at(property("parley.newsroom.kafka"));
    }

    /** What a service's own Kafka clients have, the password among it. */
    Map<String, Object> kafkaClient(String service) {
        Map<String, Object> settings =
                new HashMap<>(Binder.get(newsroom.context().getEnvironment())
                        .bind("parley.kafka." + service + "-client", Bindable.mapOf(String.class, String.class))
                        .get());
        settings.put("bootstrap.servers", property("parley.kafka.bootstrap-servers"));
        return settings;
    }

    /** One of its parts. */
    <T> T bean(Class<T> type) {
        return newsroom.context().getBean(type);
    }

    /** The database behind it all. */
    JdbcClient database() {
        return newsroom.context().getBean(JdbcClient.class);
    }

    private String property(String name) {
        return newsroom.context().getEnvironment().getRequiredProperty(name);
    }

    @Override
    public void close() {
        newsroom.close();
    }
}
