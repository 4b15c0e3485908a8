package org.parley.ledger.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Where batches lie while they are worked through.
 *
 * @param folder made if it is missing, for this user alone; by default one in the folder for temporary files
 * @param max the most that all batches of this process take there together; one account has half of it
 */
@ConfigurationProperties("parley.ledger.spool")
record SpoolProperties(
        @Nullable String folder, @DefaultValue("128MB") DataSize max) {
    /**
     * The most in bytes.
     *
     * @throws IllegalArgumentException if one account's half has no room for the largest batch that is taken
     */
    long maxFor(DataSize largestBatch) {
        if (max.toBytes() < 2 * largestBatch.toBytes()) {
            throw new IllegalArgumentException("parley.ledger.spool.max is " + max.toBytes()
                    + " bytes; it takes at least twice parley.http.max-batch-body, which is " + largestBatch.toBytes());
        }
        return max.toBytes();
    }

    Path place() {
        return StringUtils.hasText(folder)
                ? Path.of(folder)
                : Path.of(System.getProperty("java.io.tmpdir"), "parley-spool-" + System.getProperty("user.name"));
    }
}
