package org.parley.projection.checkpoint;

import org.parley.projection.kafka.PartitionShare;

/**
 * Where a reader stores its checkpoint, and where its projection writes.
 *
 * @param schema the schema of the readers' tables, created by {@link CheckpointSchema#migrate}
 * @param reader the reader's name in these tables; if two processes use the same name, one of them waits
 * @param tablesSchema the schema of the projection's tables; it is the {@code search_path} of the reader's transactions
 * @param share the partitions to read
 */
public record CheckpointLocation(String schema, String reader, String tablesSchema, PartitionShare share) {
    public CheckpointLocation {
        CheckpointSchema.requireName(schema);
        CheckpointSchema.requireName(tablesSchema);
    }

    CheckpointKey key() {
        return new CheckpointKey(schema, reader);
    }
}
