package org.parley.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdmissionsTest {

    static final String PASSWORD = "a newsroom password";
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static Service service;

    @BeforeAll
    static void start() {
        service = Service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Caller account(String name) {
        service.bean(Accounts.class).create(name, Role.EDITOR, PASSWORD, "test");
        return Caller.as(service, name, PASSWORD);
    }

    static Caller program(Caller owner) {
        String secret = owner.post("/api/tokens", "{\"name\":\"feed\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asString();
        return Caller.anonymous(service).with("Authorization", "Bearer " + secret);
    }

    /** Opens the caller's stream; the result completes when the server ends it. */
    static CompletableFuture<Void> open(Caller caller) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at("/api/stream"));
        caller.headers().forEach(request::setHeader);
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                HTTP.send(request.build(), BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("data:begun");
        return CompletableFuture.runAsync(
                () -> {
                    try (lines) {
                        while (lines.readLine() != null) {
                            // read to the end
                        }
                    } catch (IOException e) {
                        // aborted, which is an end too
                    }
                },
                Thread::startVirtualThread);
    }

    static JdbcClient database() {
        return JdbcClient.create(service.bean(DataSource.class));
    }

    @Test
    void endsStreamsWhoseAuthenticationBecomesInvalid() throws Exception {
        Caller leaver = account("leaver");
        Caller changer = account("changer");
        Caller owner = account("owner");
        Caller demoted = account("demoted");
        Caller stayer = account("stayer");
        CompletableFuture<Void> anonymous = open(Caller.anonymous(service));
        CompletableFuture<Void> staying = open(stayer);
        CompletableFuture<Void> stayingProgram = open(program(stayer));
        CompletableFuture<Void> leaving = open(leaver);
        CompletableFuture<Void> leaversProgram = open(program(leaver));
        CompletableFuture<Void> changing = open(changer);
        CompletableFuture<Void> revoked = open(program(owner));
        CompletableFuture<Void> role = open(demoted);

        service.bean(Accounts.class).enable("leaver", false);
        service.bean(Accounts.class).changePassword("changer", "another newsroom password");
        // Bypasses the services, like a change by another process.
        database().sql("delete from access.api_token where owner = 'owner'").update();
        database()
                .sql("update access.account set role = 'READER' where name = 'demoted'")
                .update();

        CompletableFuture.allOf(leaving, leaversProgram, changing, revoked, role)
                .get(30, SECONDS);
        assertThat(anonymous).isNotDone();
        assertThat(staying).isNotDone();
        assertThat(stayingProgram).isNotDone();
    }

    @Test
    void endsStreamOfPassWithAccountButNotThatOfDesk()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        account("visitor");
        Passes passes = service.bean(Passes.class);
        CompletableFuture<Void> visiting =
                open(bearer(passes.issue(new SignedIn("visitor", Role.EDITOR), Service.AUDIENCE)));
        CompletableFuture<Void> desk = open(bearer(passes.issue(Passes.DESK, Service.AUDIENCE)));

        service.bean(Accounts.class).enable("visitor", false);

        visiting.get(30, SECONDS);
        assertThat(desk).isNotDone();
    }

    static Caller bearer(String token) {
        return Caller.anonymous(service).with("Authorization", "Bearer " + token);
    }
}
