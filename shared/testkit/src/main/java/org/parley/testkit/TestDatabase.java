package org.parley.testkit;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The address and credentials of a database.
 *
 * @param jdbcUrl the JDBC URL, without user and password
 * @param username the role that owns the database
 * @param password that role's password
 */
public record TestDatabase(String jdbcUrl, String username, String password) {
    /** A data source without a pool; the caller closes each connection. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
