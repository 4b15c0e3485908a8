package org.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassesTest {
    private static final String KEY = "a key that the services share among them";

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start("parley.access.pass-key=" + KEY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Caller with(String pass) {
        return Caller.anonymous(service).with("Authorization", "Bearer " + pass);
    }

    private static Passes at(Instant now) {
        return new Passes(KEY, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aPassSpeaksForThePersonItNames() {
        String pass = at(Instant.now()).issue(new SignedIn("olena", Role.EDITOR));

        assertThat(with(pass).get("/api/me").body()).isEqualTo("olena, EDITOR");
        assertThat(with(pass).post("/api/commands", "{}").status()).isEqualTo(200);
        assertThat(with(pass).delete("/api/developments").status()).isEqualTo(403);
    }

    @Test
    void aReadersPassOnlyReads() {
        String pass = at(Instant.now()).issue(new SignedIn("guest", Role.READER));

        assertThat(with(pass).get("/api/negotiations").status()).isEqualTo(200);
        assertThat(with(pass).post("/api/commands", "{}").status()).isEqualTo(403);
    }

    @Test
    void anOldPassIsRefused() {
        Duration old = Passes.GOOD_FOR.plusMinutes(2);
        String pass = at(Instant.now().minus(old)).issue(new SignedIn("olena", Role.EDITOR));

        assertThat(with(pass).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aPassUnderAnotherKeyOrNoneIsRefused() {
        Passes others = new Passes("another key, of another newsroom altogether", Clock.systemUTC());
        Passes random = new Passes(null, Clock.systemUTC());
        SignedIn chief = new SignedIn("chief", Role.CHIEF);
        // The algorithm "none", as in the attacks on careless readers.
        String unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJwYXJsZXkiLCJzdWIiOiJjaGllZiIsInJvbGUiOiJDSElFRiJ9.";

        assertThat(with(others.issue(chief)).get("/api/me").status()).isEqualTo(401);
        assertThat(with(random.issue(chief)).get("/api/me").status()).isEqualTo(401);
        assertThat(with(unsigned).get("/api/me").status()).isEqualTo(401);
        assertThat(with("nonsense").get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aShortKeyIsRefusedAtStart() {
        assertThatThrownBy(() -> new Passes("too short", Clock.systemUTC())).hasMessageContaining("at least 32");
    }
}
