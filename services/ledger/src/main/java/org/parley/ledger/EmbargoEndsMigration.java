package org.parley.ledger;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.store.EmbargoEndTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills the table of embargo ends for embargoes that were imposed before the table existed. Those in the past are then
 * released like any other: earlier versions evaluated the end when reading, now it is an event.
 */
final class EmbargoEndsMigration implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5");
    }

    @Override
    public String getDescription() {
        return "embargo ends of before";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        new EmbargoEndTable(JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true)))
                .rebuildAll();
    }
}
