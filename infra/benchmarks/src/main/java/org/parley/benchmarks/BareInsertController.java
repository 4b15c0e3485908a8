package org.parley.benchmarks;

import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The peer of a command over HTTP: the same security, one row, one commit. */
@RestController
class BareInsertController {
    static final String PATH = "/api/bare-insert";

    private final JdbcClient database;

    BareInsertController(DataSource source) {
        database = JdbcClient.create(source);
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    void insert(@RequestBody byte[] body) {
        database.sql(RawInserts.INSERT).param(body).update();
    }
}
