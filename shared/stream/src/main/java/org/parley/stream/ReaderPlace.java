package org.parley.stream;

/**
 * Where a reader stores its checkpoint, and where its projection writes.
 *
 * @param schema the schema of the readers' tables, created by {@link StreamSchema#migrate}
 * @param reader the reader's name in these tables; if two processes use the same name, one of them waits
 * @param tables the schema of the projection's tables; it is the {@code search_path} of the reader's transactions
 * @param lane the partitions to read
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
