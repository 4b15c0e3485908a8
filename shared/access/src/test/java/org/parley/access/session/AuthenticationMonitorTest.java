package org.parley.access.session;

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
import org.parley.access.TestCaller;
import org.parley.access.TestService;
import org.parley.access.account.AccountRepository;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.pass.InternalJwtService;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuthenticationMonitorTest {

    static final String PASSWORD = "a newsroom password";
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static TestCaller account(String name) {
        service.bean(AccountRepository.class).create(name, Role.EDITOR, PASSWORD, "test");
        return TestCaller.as(service, name, PASSWORD);
    }

    static TestCaller program(TestCaller owner) {
        String secret = owner.post("/api/tokens", "{\"name\":\"feed\",\"scopes\":[\"read\"]}")
                .json()
                .get("token")
                .asString();
        return TestCaller.anonymous(service).with("Authorization", "Bearer " + secret);
    }

    /** Opens the caller's stream; the result completes when the server ends it. */
    static CompletableFuture<Void> open(TestCaller caller) throws IOException, InterruptedException {
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
        TestCaller leaver = account("leaver");
        TestCaller changer = account("changer");
        TestCaller owner = account("owner");
        TestCaller demoted = account("demoted");
        TestCaller stayer = account("stayer");
        CompletableFuture<Void> anonymous = open(TestCaller.anonymous(service));
        CompletableFuture<Void> staying = open(stayer);
        CompletableFuture<Void> stayingProgram = open(program(stayer));
        CompletableFuture<Void> leaving = open(leaver);
        CompletableFuture<Void> leaversProgram = open(program(leaver));
        CompletableFuture<Void> changing = open(changer);
        CompletableFuture<Void> revoked = open(program(owner));
        CompletableFuture<Void> role = open(demoted);

        service.bean(AccountRepository.class).setEnabled("leaver", false);
        service.bean(AccountRepository.class).changePassword("changer", "another newsroom password");
        // Bypasses the services, like a change by another process.
        database().sql("delete from access.api_token where owner = 'owner'").update();
        database()
                .sql("update access.account set role = 'READER' where name = 'demoted'")
                .update();

        CompletableFuture.allOf(leaving, leaversProgram, changing, revoked, role)
                .get(60, SECONDS);
        assertThat(anonymous).isNotDone();
        assertThat(staying).isNotDone();
        assertThat(stayingProgram).isNotDone();
    }

    @Test
    void endsStreamOfPassWithAccountButNotThatOfDesk()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        account("visitor");
        InternalJwtService passes = service.bean(InternalJwtService.class);
        CompletableFuture<Void> visiting =
                open(bearer(passes.issue(new ParleyPrincipal("visitor", Role.EDITOR), TestService.AUDIENCE)));
        CompletableFuture<Void> desk = open(bearer(passes.issue(InternalJwtService.DESK, TestService.AUDIENCE)));

        service.bean(AccountRepository.class).setEnabled("visitor", false);

        visiting.get(60, SECONDS);
        assertThat(desk).isNotDone();
    }

    static TestCaller bearer(String token) {
        return TestCaller.anonymous(service).with("Authorization", "Bearer " + token);
    }
}
