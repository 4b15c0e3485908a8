package org.parley.archive.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.parley.projection.checkpoint.CheckpointSchema;

/**
 * The schema of the read models: views of the live builds, the register of builds, and the other tables of the archive.
 */
final class ArchiveSchema {
    static final String NAME = "archive";

    private ArchiveSchema() {}

    /** Migrates the schema; safe if several services start at once. */
    static void migrate(DataSource database) {
        CheckpointSchema.migrate(database, NAME);
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
