package org.parley.access.account;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this module: a separate database schema with a separate migration history. */
public final class AccessSchema {

    static final String NAME = "access";

    private AccessSchema() {}

    /** Applies the migrations; safe when several services start at the same time, since Flyway takes a lock. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/access")
                .defaultSchema(NAME)
                .createSchemas(true)
                .load()
                .migrate();
    }
}
