package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.cli.verify.Finding.Kind;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.proof.TreeHash;

/**
 * Finds lines whose position was changed to close or open a gap: with the original position they match the signed leaf,
 * or at least their own digest.
 *
 * @param lines the lines, with the original position where it was changed
 * @param findings one finding per run of renumbered lines
 */
record Renumbering(List<ExportLine> lines, List<Finding> findings) {
    /** Larger changes of a position are not searched for. */
    private static final int DISTANCE_MAX = 100;

    /**
     * Searches the lines.
     *
     * @param signed the number of signed entries
     * @param leaves the signed hashes; null when unknown
     */
    static Renumbering of(List<ExportLine> lines, long signed, @Nullable List<TreeHash> leaves) {
        long last = Math.max(signed, lines.size());
        List<ExportLine> restored = new ArrayList<>(lines.size());
        List<Run> runs = new ArrayList<>();
        long distance = 0;
        for (ExportLine line : lines) {
            Optional<ExportLine> original =
                    isSigned(line, leaves) ? Optional.empty() : restored(line, distance, last, leaves);
            restored.add(original.orElse(line));
            if (original.isPresent()) {
                distance = original.get().position() - line.position();
                if (runs.isEmpty()
                        || !runs.getLast().isContinuedBy(original.get().position(), line.position())) {
                    runs.add(new Run(original.get().position(), line.position()));
                } else {
                    runs.getLast().length++;
                }
            }
        }
        return new Renumbering(restored, runs.stream().map(Run::finding).toList());
    }

    private static boolean isSigned(ExportLine line, @Nullable List<TreeHash> leaves) {
        return leaves == null
                ? line.isIntact()
                : line.position() >= 1
                        && line.position() <= leaves.size()
                        && leaves.get((int) line.position() - 1).equals(line.leaf());
    }

    /**
     * The line with its original position: first tries the distance of the previous line, then the nearest positions.
     */
    private static Optional<ExportLine> restored(
            ExportLine line, long likely, long last, @Nullable List<TreeHash> leaves) {
        PublishedEvent event = line.event();
        if (event == null || (leaves == null && event.digest() == null)) {
            return Optional.empty();
        }
        Optional<ExportLine> found = at(line, event, likely, last, leaves);
        for (int distance = 1; found.isEmpty() && distance <= DISTANCE_MAX; distance++) {
            found = at(line, event, distance, last, leaves);
            if (found.isEmpty()) {
                found = at(line, event, -distance, last, leaves);
            }
        }
        return found;
    }

    private static Optional<ExportLine> at(
            ExportLine line, PublishedEvent event, long distance, long last, @Nullable List<TreeHash> leaves) {
        long position = event.position() + distance;
        if (distance == 0 || position < 1 || position > last || (leaves != null && position > leaves.size())) {
            return Optional.empty();
        }
        PublishedEvent before = event.withPosition(position);
        TreeHash leaf = TreeHash.ofLeaf(TrailLine.of(before));
        boolean fits = leaves == null
                ? event.digest() != null && event.digest().equals(before.digest())
                : leaves.get((int) position - 1).equals(leaf);
        return fits ? Optional.of(new ExportLine(line.number(), leaf, before, null)) : Optional.empty();
    }

    /** Consecutive lines that were moved by the same distance. */
    private static final class Run {
        private final long from;
        private final long now;
        private long length = 1;

        Run(long from, long now) {
            this.from = from;
            this.now = now;
        }

        boolean isContinuedBy(long original, long has) {
            return original == from + length && has == now + length;
        }

        Finding finding() {
            String what = length == 1
                    ? "the entry at position %d is numbered %d".formatted(from, now)
                    : "the entries at positions %d to %d are numbered %d to %d"
                            .formatted(from, from + length - 1, now, now + length - 1);
            return new Finding(from, Kind.RENUMBERED, what);
        }
    }
}
