package org.parley.archive.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.parley.stream.StreamSchema;

/** The schema of the read models: views of their tables, the register of their builds, and what the archive keeps besides. */
final class ArchiveSchema {
    static final String NAME = "archive";

    private ArchiveSchema() {}

    /** Brings it up to date; safe when several services start at once. */
    static void migrate(DataSource database) {
        StreamSchema.migrate(database, NAME);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/archive")
                .defaultSchema(NAME)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
