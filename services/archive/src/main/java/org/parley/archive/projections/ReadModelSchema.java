package org.parley.archive.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.parley.stream.StreamSchema;

/** The tables of the read models, in a schema of their own with a migration history of its own. */
final class ReadModelSchema {
    static final String NAME = "archive";

    private ReadModelSchema() {}

    /** Brings the schema up to date, the readers' tables in it too; safe when several services start at once. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/archive")
                .defaultSchema(NAME)
                .createSchemas(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        StreamSchema.migrate(database, NAME);
    }
}
