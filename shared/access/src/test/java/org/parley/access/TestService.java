package org.parley.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.testkit.BackingServices;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A service with dummy endpoints, running on a free port with a real PostgreSQL. */
public final class TestService implements AutoCloseable {

    static final String CHIEF_PASSWORD = "correct horse battery";

    /** The audience of its passes. */
    public static final InternalJwtAudience AUDIENCE = InternalJwtAudience.LEDGER;

    private final ConfigurableApplicationContext context;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on a new database, with a known password of the chief. */
    public static TestService start(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("PARLEY_PASSWORD=" + CHIEF_PASSWORD);
        return startOn(database(), all.toArray(String[]::new));
    }

    public static TestService startOn(List<String> database, String... properties) {
        List<String> arguments = new ArrayList<>(database);
        arguments.add("server.port=0");
        arguments.add("spring.main.banner-mode=off");
        arguments.add("springdoc.api-docs.enabled=false"); // a dummy endpoint has this path
        arguments.addAll(List.of(properties));
        return new TestService(new SpringApplicationBuilder(TestApplication.class)
                .run(arguments.stream().map(property -> "--" + property).toArray(String[]::new)));
    }

    /** The properties of a new, empty database. */
    public static List<String> database() {
        var database = BackingServices.shared().newDatabase();
        return List.of(
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(DummyController.class)
    static class TestApplication {

        @Bean
        InternalJwtAudience audience() {
            return AUDIENCE;
        }
    }

    @RestController
    static class DummyController {

        private final AuthenticationMonitor admissions;

        DummyController(AuthenticationMonitor admissions) {
            this.admissions = admissions;
        }

        @GetMapping({"/api/negotiations", "/openapi.json", "/actuator/health", "/actuator/env", "/"})
        String read(@RequestParam(required = false) @Nullable String q) {
            return "read";
        }

        /** The query parameters of a dummy query. */
        record DummyQuery(
                @Nullable String knownAt, @Nullable List<String> kind) {}

        @GetMapping(path = "/api/question", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, String> query(DummyQuery query, @RequestHeader HttpHeaders headers) {
            return Map.of("knownAt", String.valueOf(query.knownAt()));
        }

        @GetMapping(
                path = "/api/forms",
                produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
        ResponseEntity<String> forms() {
            return ResponseEntity.ok("{}");
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("internal detail");
        }

        @GetMapping("/page")
        String page() {
            return "page";
        }

        /** A stream like those of the archive: it ends when the client disconnects or its authentication is invalid. */
        @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        SseEmitter stream() throws IOException {
            SseEmitter stream = new SseEmitter(0L);
            AuthenticationMonitor.Watch watch = admissions.watch(admissions.currentValidity(), stream::complete);
            stream.onCompletion(watch::close);
            stream.send("begun");
            return stream;
        }

        @GetMapping("/api/me")
        String me() {
            ParleyPrincipal who = ParleyPrincipal.current();
            return who.name() + ", " + who.role();
        }

        @PostMapping("/api/commands")
        int command(@RequestBody byte[] body) {
            return body.length;
        }

        /** Reads the body line by line, as the ledger does. */
        @PostMapping("/api/commands/batch")
        int batch(InputStream body) throws IOException {
            int lines = 0;
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                while (reader.readLine() != null) {
                    lines++;
                }
            }
            return lines;
        }

        @PostMapping("/api/projections/trail/rebuild")
        String rebuild() {
            return "rebuilt";
        }

        @DeleteMapping("/api/developments")
        String retract() {
            ParleyPrincipal.current().requireRole(Role.CHIEF, "Only a chief may retract a development.");
            return "retracted";
        }
    }
}
