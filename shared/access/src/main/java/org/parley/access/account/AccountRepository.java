package org.parley.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.parley.access.identity.AccountName;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newsroom's accounts, in PostgreSQL. A change takes effect at once in this process, and within a minute in other
 * processes on the same database.
 */
public final class AccountRepository {

    private final JdbcClient database;
    private final PasswordPolicy passwords;
    private final SignInCache cache;
    private final Clock clock;

    public AccountRepository(JdbcClient database, PasswordPolicy passwords, SignInCache cache, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Creates an account.
     *
     * @param createdBy the account of the chief who creates it
     * @return false if the name is taken; nothing is changed then
     * @throws IllegalArgumentException if the name or the password breaks its rule
     */
    public boolean create(String name, Role role, String password, String createdBy) {
        return insert(name, role, passwords.hash(password, name), createdBy, "on conflict do nothing") > 0;
    }

    /**
     * Creates an account, or enables an existing one and sets its role and password.
     *
     * @throws IllegalArgumentException if the name or the password breaks its rule
     */
    public void ensure(String name, Role role, String password, String createdBy) {
        ensureHash(name, role, passwords.hash(password, name), createdBy);
    }

    /**
     * Creates an account with a random password that nobody knows: it is for a service that authenticates with passes.
     * An existing account that is enabled and has the role stays as it is; any other is reset to this.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public void ensureForService(String name, Role role, String createdBy) {
        // Without a new password each time: bcrypt would delay every start.
        if (find(name)
                .filter(account -> account.enabled() && account.role() == role)
                .isEmpty()) {
            ensureHash(name, role, passwords.hash(passwords.generate()), createdBy);
        }
    }

    private void ensureHash(String name, Role role, String hash, String createdBy) {
        insert(name, role, hash, createdBy, """
                on conflict (name) do update
                set role = excluded.role, password_hash = excluded.password_hash, enabled = true,
                    password_changed_at = excluded.created_at""");
        cache.invalidateAll();
    }

    /**
     * Changes the password of an account; its API tokens stay valid.
     *
     * @return false if there is no such account
     * @throws IllegalArgumentException if the password breaks its rule
     */
    public boolean changePassword(String name, String password) {
        return changePassword(name, password, false);
    }

    /**
     * Changes the password of an account.
     *
     * @param revokeTokens whether its API tokens are revoked in the same transaction
     * @return false if there is no such account
     * @throws IllegalArgumentException if the password breaks its rule
     */
    boolean changePassword(String name, String password, boolean revokeTokens) {
        String hash = passwords.hash(password, name);
        // One statement, so that both changes are atomic.
        int changed = database.sql("""
                        with revoked as (delete from access.api_token where :revoke and owner = :name)
                        update access.account set password_hash = :hash, password_changed_at = :at where name = :name""")
                .param("revoke", revokeTokens)
                .param("hash", hash)
                .param("at", now())
                .param("name", name)
                .update();
        cache.invalidateAll();
        return changed > 0;
    }

    /**
     * Enables or disables the sign-in of an account.
     *
     * @return false if there is no such account
     */
    public boolean setEnabled(String name, boolean enabled) {
        int changed = database.sql("update access.account set enabled = :enabled where name = :name")
                .param("enabled", enabled)
                .param("name", name)
                .update();
        cache.invalidateAll();
        return changed > 0;
    }

    /**
     * Whether a sign-in is still valid: the account is enabled, has the same role, and its password has not changed
     * since.
     *
     * @param since when the person signed in
     */
    public boolean isSignInValid(ParleyPrincipal person, Instant since) {
        return database.sql("""
                        select exists (select from access.account where name = :name and role = :role and enabled
                        and (password_changed_at is null or password_changed_at <= :since))""")
                .param("name", person.name())
                .param("role", person.role().name())
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** All accounts, ordered by name. */
    public List<Account> findAll() {
        return database.sql("select name, role, created_at, created_by, enabled from access.account order by name")
                .query((row, n) -> new Account(
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        row.getBoolean("enabled")))
                .list();
    }

    /**
     * Creates the first account with a generated password; false if any account exists, or another process creates it.
     */
    boolean createFirst(String name, Role role, String password, String createdBy) {
        return findAll().isEmpty()
                && insert(name, role, passwords.hash(password), createdBy, "on conflict do nothing") > 0;
    }

    /**
     * Verifies a name and a password. Slow on purpose, and equally slow for an unknown name; empty if they are wrong.
     */
    public Optional<ParleyPrincipal> verify(String name, String password) {
        Optional<StoredAccount> stored = AccountName.isValid(name) ? find(name) : Optional.empty();
        if (stored.isEmpty()) {
            passwords.matchDummyHash(password);
            return Optional.empty();
        }
        StoredAccount account = stored.get();
        return passwords.matches(password, account.hash()) && account.enabled()
                ? Optional.of(new ParleyPrincipal(name, account.role()))
                : Optional.empty();
    }

    private int insert(String name, Role role, String hash, String createdBy, String conflict) {
        if (!AccountName.isValid(name)) {
            throw new IllegalArgumentException("The rule for an account name: " + AccountName.RULE.english());
        }
        return database.sql("""
                        insert into access.account (name, password_hash, role, created_at, created_by, enabled)
                        values (:name, :hash, :role, :at, :by, true)
                        """ + conflict)
                .param("name", name)
                .param("hash", hash)
                .param("role", role.name())
                .param("at", now())
                .param("by", createdBy)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Optional<StoredAccount> find(String name) {
        return database.sql("select password_hash, role, enabled from access.account where name = :name")
                .param("name", name)
                .query((row, n) -> new StoredAccount(
                        row.getString("password_hash"), Role.valueOf(row.getString("role")), row.getBoolean("enabled")))
                .optional();
    }

    private record StoredAccount(String hash, Role role, boolean enabled) {}
}
