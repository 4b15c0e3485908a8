package org.parley.ledger.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The temporary storage of batches, {@code parley.ledger.spool.*}.
 *
 * @param folder the folder; created for this user only if it is missing; by default one in the folder for temporary
 *     files
 * @param max the maximum size of all batches of this process; one account may use half of it
 */
@ConfigurationProperties("parley.ledger.spool")
record BatchSpoolProperties(
        @Nullable String folder, @DefaultValue("128MB") DataSize max) {
    /**
     * The maximum in bytes.
     *
     * @param largestBatch the maximum size of a batch
     * @throws IllegalArgumentException if the half for one account is smaller than the largest batch
     */
    long maxFor(DataSize largestBatch) {
        if (max.toBytes() < 2 * largestBatch.toBytes()) {
            throw new IllegalArgumentException("parley.ledger.spool.max is " + max.toBytes()
                    + " bytes; it must be at least twice parley.http.max-batch-body, which is "
                    + largestBatch.toBytes());
        }
        return max.toBytes();
    }

    Path path() {
        return StringUtils.hasText(folder)
                ? Path.of(folder)
                : Path.of(System.getProperty("java.io.tmpdir"), "parley-spool-" + System.getProperty("user.name"));
    }
}
