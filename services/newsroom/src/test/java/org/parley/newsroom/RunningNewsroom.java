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

/** A newsroom in this JVM, used through its addresses. */
final class RunningNewsroom implements AutoCloseable {
    /** Argument of {@link #start}: the chief's password is {@link #CHIEF_PASSWORD} instead of a generated one. */
    static final String WITH_CHIEF_PASSWORD = "--parley.access.password=" + RunningNewsroom.CHIEF_PASSWORD;

    /** Guards the JVM's standard output and default locale. */
    static final Object WHOLE_JVM = new Object();

    static final String CHIEF_PASSWORD = "the chief's password";

    /** The password of all other accounts. */
    static final String PASSWORD = "a password of one's own";

    private final Newsroom newsroom;
    private final String said;
    private final Map<String, ApiClient> people = new ConcurrentHashMap<>();

    private RunningNewsroom(Newsroom newsroom, String said) {
        this.newsroom = newsroom;
        this.said = said;
    }

    /**
     * Starts a newsroom on free ports with Spring Boot arguments. One start at a time, because captured output and
     * locale are global to the JVM.
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
                    Newsroom.start(new NewsroomSettings(folder.path(), 0, 0), arguments), heard.toString(UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    /** The output of its start. */
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

    /** Creates an account with this role: READER, EDITOR or CHIEF. */
    ApiClient newAccount(String role) {
        String name = "somebody-" + UUID.randomUUID().toString().substring(0, 8);
        return chief().newAccount(name, role, PASSWORD);
    }

    NegotiationReader archive(String negotiation) {
        return new NegotiationReader(anonymous(), negotiation);
    }

    PublishedTopic topic() {
        return PublishedTopic.at(property("parley.newsroom.kafka"));
    }

    /** The configuration of a service's Kafka clients, including the password. */
    Map<String, Object> kafkaClient(String service) {
        Map<String, Object> settings =
                new HashMap<>(Binder.get(newsroom.context().getEnvironment())
                        .bind("parley.kafka." + service + "-client", Bindable.mapOf(String.class, String.class))
                        .get());
        settings.put("bootstrap.servers", property("parley.kafka.bootstrap-servers"));
        return settings;
    }

    /** A bean of its application context. */
    <T> T bean(Class<T> type) {
        return newsroom.context().getBean(type);
    }

    /** The database. */
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
