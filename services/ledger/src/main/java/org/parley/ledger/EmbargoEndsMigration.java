package org.parley.ledger;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.store.EmbargoEnds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Finds the ends of the embargoes that were imposed before they were kept in a table. Those that are past are then
 * released like any other: once they ended by the clock of the reader, and now they end by an event.
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
        new EmbargoEnds(JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true))).findAll();
    }
}
