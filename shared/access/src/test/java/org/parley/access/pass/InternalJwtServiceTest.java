package org.parley.access.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.access.TestCaller;
import org.parley.access.TestService;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;

class InternalJwtServiceTest {
    private static final String KEY = "a key that the services share among them";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start("parley.access.pass-key=" + KEY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TestCaller with(String pass) {
        return TestCaller.anonymous(service).with("Authorization", "Bearer " + pass);
    }

    private static InternalJwtService at(Instant now) {
        return passes(KEY, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static InternalJwtService passes(String key, Clock clock) {
        return new InternalJwtService(key, List.of(TestService.AUDIENCE), Duration.ofHours(4), clock);
    }

    @Test
    void authenticatesPersonOfPass() {
        String pass = at(Instant.now()).issue(new ParleyPrincipal("olena", Role.EDITOR), TestService.AUDIENCE);

        assertThat(with(pass).get("/api/me").body()).isEqualTo("olena, EDITOR");
        assertThat(with(pass).post("/api/commands", "{}").status()).isEqualTo(200);
        assertThat(with(pass).delete("/api/developments").status()).isEqualTo(403);
    }

    @Test
    void allowsReadingOnlyForReader() {
        String pass = at(Instant.now()).issue(InternalJwtService.GUEST, TestService.AUDIENCE);

        assertThat(with(pass).get("/api/negotiations").status()).isEqualTo(200);
        assertThat(with(pass).post("/api/commands", "{}").status()).isEqualTo(403);
    }

    @Test
    void refusesExpiredPass() {
        Duration old = InternalJwtService.VALIDITY.plusMinutes(2);
        String pass =
                at(Instant.now().minus(old)).issue(new ParleyPrincipal("olena", Role.EDITOR), TestService.AUDIENCE);

        assertThat(with(pass).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void refusesPassWithAnotherKeyOrUnsigned() {
        InternalJwtService others = passes("another key, of another newsroom altogether", Clock.systemUTC());
        InternalJwtService random = passes("", Clock.systemUTC());
        ParleyPrincipal chief = new ParleyPrincipal("chief", Role.CHIEF);
        // The algorithm "none", which careless JWT libraries accept.
        String unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJwYXJsZXkiLCJzdWIiOiJjaGllZiIsInJvbGUiOiJDSElFRiJ9.";

        assertThat(with(others.issue(chief, TestService.AUDIENCE))
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
        assertThat(with(random.issue(chief, TestService.AUDIENCE))
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
        assertThat(with(unsigned).get("/api/me").status()).isEqualTo(401);
        assertThat(with("nonsense").get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void refusesPassForAnotherService() {
        String pass = at(Instant.now()).issue(new ParleyPrincipal("olena", Role.EDITOR), InternalJwtAudience.ARCHIVE);

        assertThat(with(pass).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void requiresAudienceAndUniqueId() throws JOSEException, ParseException {
        InternalJwtService passes = at(Instant.now());
        ParleyPrincipal olena = new ParleyPrincipal("olena", Role.EDITOR);
        JWTClaimsSet one =
                JWTParser.parse(passes.issue(olena, TestService.AUDIENCE)).getJWTClaimsSet();
        JWTClaimsSet other =
                JWTParser.parse(passes.issue(olena, TestService.AUDIENCE)).getJWTClaimsSet();

        assertThat(one.getJWTID()).isNotBlank().isNotEqualTo(other.getJWTID());
        assertThat(one.getAudience()).containsExactly("ledger");
        assertThat(with(signed(new JWTClaimsSet.Builder(one).build()))
                        .get("/api/me")
                        .status())
                .as("unchanged")
                .isEqualTo(200);
        assertThat(with(signed(new JWTClaimsSet.Builder(one).jwtID(null).build()))
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
        assertThat(with(signed(new JWTClaimsSet.Builder(one)
                                .audience((String) null)
                                .build()))
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        SignedJWT pass = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        pass.sign(new MACSigner(KEY.getBytes(StandardCharsets.UTF_8)));
        return pass.serialize();
    }

    @Test
    void refusesShortKey() {
        assertThatThrownBy(() -> passes("too short", Clock.systemUTC())).hasMessageContaining("at least 32");
    }
}
