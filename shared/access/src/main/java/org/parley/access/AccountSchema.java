package org.parley.access;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this module, in a schema of their own with a migration history of its own. */
final class AccountSchema {

    static final String NAME = "access";

    private AccountSchema() {}

    /** Brings the schema up to date; safe when several services start at once. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/access")
                .defaultSchema(NAME)
                .createSchemas(true)
                .load()
                .migrate();
    }
}
