package org.parley.table;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.contract.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the ids of rows from their content: so the ledger records a row once, no matter who imports it and how often.
 * The second of two rows with the same content has a different id.
 */
final class ContentRowIds {
    /** Never changes, because every version must derive the same ids. */
    private static final NameBasedGenerator IDS =
            Generators.nameBasedGenerator(UUID.fromString("5a2b7a0e-6f0c-5b3e-9a53-3c1c3a8f0d11"));

    private ContentRowIds() {}

    static List<ImportRow> assign(List<ImportRow> rows) {
        Map<String, Long> firstLine = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        List<ImportRow> named = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            named.add(row.faults().isEmpty() ? named(row, firstLine, times) : row);
        }
        return named;
    }

    private static ImportRow named(ImportRow row, Map<String, Long> firstLine, Map<String, Integer> times) {
        ObjectNode content = row.command();
        content.remove("developmentId");
        String hash = CanonicalJson.sha256(content);
        Long earlier = firstLine.putIfAbsent(hash, row.line());
        int time = times.merge(hash, 1, Integer::sum);
        return row.developmentId().isEmpty()
                ? row.withContentId(IDS.generate(hash + "/" + time).toString(), earlier)
                : row.sameAs(earlier);
    }
}
