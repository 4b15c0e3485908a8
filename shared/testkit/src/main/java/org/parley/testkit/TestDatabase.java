package org.parley.testkit;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database to connect to.
 *
 * @param jdbcUrl its address, without user and password
 * @param username the role that owns it
 * @param password that role's password
 */
public record TestDatabase(String jdbcUrl, String username, String password) {
    /** A source of new connections, without a pool; each connection is to be closed. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
