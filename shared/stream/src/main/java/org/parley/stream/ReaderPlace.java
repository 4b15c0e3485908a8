package org.parley.stream;

/**
 * Where a reader keeps the place it reached, and where its projection writes.
 *
 * @param schema where {@link StreamSchema#migrate} made the readers' tables
 * @param reader the reader's name in them; of two readers of one name, in whatever process, one waits
 * @param tables the schema of the projection's tables: its {@code search_path} while it writes
 * @param lane which partitions are read
 */
public record ReaderPlace(String schema, String reader, String tables, Lane lane) {
    public ReaderPlace {
        StreamSchema.requireName(schema);
        StreamSchema.requireName(tables);
    }

    ReaderKey key() {
        return new ReaderKey(schema, reader);
    }
}
