package org.parley.access.view;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.view.SavedView.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The saved views, in PostgreSQL. People see and change only their own. */
public final class SavedViewRepository {
    /** The maximum number of views that one person saves of one negotiation. */
    public static final int PER_NEGOTIATION_MAX = 100;

    private final JdbcClient database;
    private final Clock clock;

    public SavedViewRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What became of a view that somebody saved or renamed. */
    public enum Outcome {
        SAVED,
        /** It cannot be saved so: the name is empty or too long, or the filter is too long. */
        INVALID,
        NAME_TAKEN,
        TOO_MANY,
        UNKNOWN
    }

    /** The views that a person saved of a negotiation, by name. */
    public List<SavedView> find(ParleyPrincipal person, String negotiation) {
        return database.sql("""
                        select id, page, name, query from access.saved_view
                        where owner = :owner and negotiation = :negotiation order by lower(name), name""")
                .param("owner", person.name())
                .param("negotiation", negotiation)
                .query((row, n) -> new SavedView(
                        row.getObject("id", UUID.class),
                        negotiation,
                        Page.valueOf(row.getString("page").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("query")))
                .list();
    }

    /**
     * Saves a view under a name that the person has not used for this negotiation.
     *
     * @param name as {@link SavedView#isName}
     * @param query at most {@link SavedView#QUERY_MAX} characters
     */
    public Outcome save(ParleyPrincipal person, String negotiation, Page page, String name, String query) {
        if (find(person, negotiation).size() >= PER_NEGOTIATION_MAX) {
            return Outcome.TOO_MANY;
        }
        int inserted = database.sql("""
                        insert into access.saved_view (id, owner, negotiation, page, name, query, created_at)
                        values (:id, :owner, :negotiation, :page, :name, :query, :now)
                        on conflict (owner, negotiation, name) do nothing""")
                .param("id", UUID.randomUUID())
                .param("owner", person.name())
                .param("negotiation", negotiation)
                .param("page", page.name().toLowerCase(Locale.ROOT))
                .param("name", name)
                .param("query", query)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 0 ? Outcome.NAME_TAKEN : Outcome.SAVED;
    }

    public Outcome rename(ParleyPrincipal person, UUID id, String name) {
        try {
            int renamed = database.sql("update access.saved_view set name = :name where id = :id and owner = :owner")
                    .param("name", name)
                    .param("id", id)
                    .param("owner", person.name())
                    .update();
            return renamed == 0 ? Outcome.UNKNOWN : Outcome.SAVED;
        } catch (DuplicateKeyException e) {
            return Outcome.NAME_TAKEN;
        }
    }

    /** Removes a view of this person; returns its name, or empty if the person has no such view. */
    public Optional<String> remove(ParleyPrincipal person, UUID id) {
        return database.sql("delete from access.saved_view where id = :id and owner = :owner returning name")
                .param("id", id)
                .param("owner", person.name())
                .query(String.class)
                .optional();
    }
}
