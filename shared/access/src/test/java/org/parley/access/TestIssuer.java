package org.parley.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An issuer of access tokens with the discovery endpoints of a provider; it also issues invalid tokens. */
public final class TestIssuer implements AutoCloseable {
    public static final String AUDIENCE = "parley-api";

    private final RSAKey key = newKey("ours");
    private final RSAKey unknown = newKey("ours");
    private final HttpServer http;

    public TestIssuer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer(), issuer()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
    }

    /** Starts to answer; the address is known before. */
    public void open() {
        http.start();
    }

    public String issuer() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** Valid claims of an editor. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("8d1b")
                .claim("preferred_username", "olena")
                .claim("realm_access", Map.of("roles", List.of("offline_access", "newsroom-editor")))
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    public String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    public String signedByAnotherKey(JWTClaimsSet.Builder claims) {
        return signed(claims, unknown);
    }

    /** A token with the algorithm {@code none}. */
    public static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    /** A token signed with the public key as if it were a shared secret. */
    public String signedWithThePublicKey(JWTClaimsSet.Builder claims) throws JOSEException {
        byte[] known = key.toRSAPublicKey().getEncoded();
        return serialized(claims, JWSAlgorithm.HS256, new MACSigner(known));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            return serialized(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String serialized(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("ours").build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private void answer(String path, String json) {
        http.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
