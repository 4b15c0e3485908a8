package org.parley.access.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.access.account.SignInCache;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The API tokens of programs, in PostgreSQL. Revoking a token deletes it; while its owner's account is disabled, a
 * token is refused. As with accounts, a change takes effect at once in this process and within a minute in others.
 */
public final class ApiTokenRepository {

    private static final Logger log = LoggerFactory.getLogger(ApiTokenRepository.class);

    private static final String SELECT =
            "select t.id, t.name, t.owner, t.scopes, t.created_at, t.expires_at, t.last_used, a.role"
                    + " from access.api_token t join access.account a on a.name = t.owner ";

    private final JdbcClient database;
    private final SignInCache cache;
    private final Clock clock;

    public ApiTokenRepository(JdbcClient database, SignInCache cache, Clock clock) {
        this.database = database;
        this.cache = cache;
        this.clock = clock;
    }

    /** A new token with its secret, which is not stored and cannot be retrieved later. */
    record CreatedToken(ApiToken token, String secret) {

        /** Omits the secret, which must not appear in a log. */
        @Override
        public String toString() {
            return "Made[token=" + token + "]";
        }
    }

    /** A verified token and the current role of its owner. */
    record VerifiedToken(ApiToken token, Role role) {}

    /** Creates a token; empty if its owner already has one with this name. */
    Optional<CreatedToken> create(ApiToken token) {
        String secret = ApiTokenSecret.generate();
        int inserted = database.sql("""
                        insert into access.api_token (id, owner, name, scopes, secret_sha256, created_at, expires_at)
                        values (:id, :owner, :name, :scopes, :hash, :created, :expires)
                        on conflict (owner, name) do nothing""")
                .param("id", token.id())
                .param("owner", token.owner())
                .param("name", token.name())
                .param("scopes", Scope.join(token.scopes()))
                .param("hash", ApiTokenSecret.hash(secret))
                .param("created", utc(token.created()))
                .param("expires", utc(token.expires()))
                .update();
        if (inserted == 0) {
            return Optional.empty();
        }
        log.info("{} created the token {} ({})", token.owner(), token.name(), Scope.join(token.scopes()));
        return Optional.of(new CreatedToken(token, secret));
    }

    List<ApiToken> findAll() {
        return tokens(database.sql(SELECT + "order by t.owner, t.name"));
    }

    List<ApiToken> findByOwner(String owner) {
        return tokens(
                database.sql(SELECT + "where t.owner = :owner order by t.name").param("owner", owner));
    }

    /**
     * Revokes a token.
     *
     * @param owner the required owner; null if any owner will do
     * @param by the person who revokes it, for the log
     * @return false if there is no such token
     */
    boolean revoke(UUID id, @Nullable String owner, String by) {
        Optional<String> revoked = database.sql("""
                        delete from access.api_token where id = :id and owner = coalesce(:owner, owner)
                        returning owner || '/' || name""")
                .param("id", id)
                .param("owner", owner)
                .query(String.class)
                .optional();
        cache.invalidateAll();
        revoked.ifPresent(name -> log.info("{} revoked the token {}", by, name));
        return revoked.isPresent();
    }

    /** The token whose secret has this hash, if it is valid now; records the day of use. */
    Optional<VerifiedToken> verify(byte[] hash) {
        Instant now = clock.instant();
        Optional<VerifiedToken> verified = database.sql(SELECT + "where t.secret_sha256 = :hash and a.enabled")
                .param("hash", hash)
                .query((row, n) -> new VerifiedToken(token(row), Role.valueOf(row.getString("role"))))
                .optional()
                .filter(found -> !found.token().isExpiredAt(now));
        verified.map(VerifiedToken::token)
                .ifPresent(token -> recordUse(token, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        return verified;
    }

    /** Whether a token is still valid and its owner still has this role. */
    public boolean isValid(UUID id, Role role) {
        return database.sql("""
                        select exists (select from access.api_token t join access.account a on a.name = t.owner
                        where t.id = :id and a.enabled and a.role = :role
                        and (t.expires_at is null or t.expires_at > :now))""")
                .param("id", id)
                .param("role", role.name())
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private void recordUse(ApiToken token, LocalDate today) {
        if (!today.equals(token.lastUsed())) {
            try {
                database.sql("update access.api_token set last_used = :today where id = :id")
                        .param("today", today)
                        .param("id", token.id())
                        .update();
            } catch (DataAccessException e) {
                // A database that is read-only at the moment can still verify tokens.
                log.warn("The use of the token {} could not be recorded", token.name(), e);
            }
        }
    }

    private static List<ApiToken> tokens(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> token(row)).list();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner"),
                Scope.split(row.getString("scopes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getObject("last_used", LocalDate.class));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
