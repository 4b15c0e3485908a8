package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.cli.verify.Finding.Kind;
import org.parley.contract.proof.TreeHash;

/** Finds changes to the lines by comparing them with the signed leaves. */
final class LeafAlignment {
    private LeafAlignment() {}

    /**
     * Compares the lines with the leaves of the tree.
     *
     * @return each difference with its position
     */
    static List<Finding> of(List<ExportLine> lines, List<TreeHash> leaves) {
        Map<TreeHash, Long> positions = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            positions.put(leaves.get(i), i + 1L);
        }
        List<Long> known = new ArrayList<>();
        List<ExportLine> knownLines = new ArrayList<>();
        Set<Long> found = new HashSet<>();
        for (ExportLine line : lines) {
            Long position = positions.get(line.leaf());
            if (position != null) {
                known.add(position);
                knownLines.add(line);
                found.add(position);
            }
        }
        TreeSet<Long> missing = new TreeSet<>();
        for (long position = 1; position <= leaves.size(); position++) {
            if (!found.contains(position)) {
                missing.add(position);
            }
        }
        List<Finding> findings = new ArrayList<>();
        unknown(lines, positions, missing, leaves.size(), findings);
        moved(known, knownLines, findings);
        missing.forEach(position ->
                findings.add(new Finding(position, Kind.DROPPED, "the entry at position " + position + " is missing")));
        return findings;
    }

    /**
     * Assigns each unsigned line to the missing entry at the position that it claims, or to the one expected at its
     * place.
     */
    private static void unknown(
            List<ExportLine> lines,
            Map<TreeHash, Long> positions,
            TreeSet<Long> missing,
            long signed,
            List<Finding> findings) {
        long before = 0;
        for (ExportLine line : lines) {
            Long known = positions.get(line.leaf());
            if (known != null) {
                before = known;
                continue;
            }
            Long instead = missing.contains(line.position()) ? Long.valueOf(line.position()) : missing.higher(before);
            if (instead != null && (instead == line.position() || instead == before + 1)) {
                missing.remove(instead);
                findings.add(new Finding(
                        instead,
                        Kind.ALTERED,
                        "the entry at position " + instead + " is not what was signed"
                                + (line.fault() == null ? "" : ": it " + line.fault())));
                before = instead;
            } else if (before >= signed && line.position() > signed) {
                findings.add(uncovered(line.position()));
            } else {
                findings.add(new Finding(
                        before,
                        Kind.INSERTED,
                        "line " + line.number() + ", after position " + before + ", was inserted"));
            }
        }
    }

    static Finding uncovered(long position) {
        return new Finding(
                position,
                Kind.UNCOVERED,
                "the entry at position " + position + " is after the last one that the checkpoint covers");
    }

    private static void moved(List<Long> known, List<ExportLine> lines, List<Finding> findings) {
        Set<Integer> misplaced = SequenceOrder.outOfOrder(known);
        Set<Long> repeats = SequenceOrder.repeated(known);
        for (int i : new TreeSet<>(misplaced)) {
            long position = known.get(i);
            long previous = i == 0 ? 0 : known.get(i - 1);
            findings.add(
                    repeats.contains(position)
                            ? new Finding(
                                    position,
                                    Kind.INSERTED,
                                    "position " + position + " is repeated on line "
                                            + lines.get(i).number())
                            : new Finding(
                                    position,
                                    Kind.REORDERED,
                                    "the entry at position " + position + " is after position " + previous));
        }
    }
}
