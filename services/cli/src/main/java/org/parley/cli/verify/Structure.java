package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.cli.verify.Finding.Kind;
import org.parley.contract.PublishedEvent;

/** Checks the lines without leaves, by their positions, ids and digests. */
final class Structure {
    private static final String OR_ANOTHER =
            "or another entry is and those after it were renumbered: a list of leaves would tell";

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> present = new HashSet<>();

    private Structure() {}

    /**
     * Checks the lines.
     *
     * @param signed the number of signed entries
     */
    static List<Finding> of(List<Line> lines, long signed) {
        Structure structure = new Structure();
        structure.checkEachLine(lines);
        structure.checkOrder(lines);
        structure.checkGaps(lines, signed);
        structure.checkTimes(lines);
        return structure.findings;
    }

    private void checkEachLine(List<Line> lines) {
        lines.stream().filter(Line::isWell).forEach(line -> present.add(line.position()));
        Set<Long> well = Set.copyOf(present);
        Map<UUID, Line> byId = new HashMap<>();
        long before = 0;
        int damaged = 0;
        for (Line line : lines) {
            PublishedEvent event = line.event();
            if (event == null || !line.isWell()) {
                damaged++;
                damaged(line, before, before + damaged, well);
                continue;
            }
            before = line.position();
            damaged = 0;
            Line first = byId.putIfAbsent(event.developmentId(), line);
            if (first != null && first.position() != line.position()) {
                findings.add(new Finding(
                        line.position(),
                        Kind.INSERTED,
                        "the development at position " + line.position() + " is that at position " + first.position()));
            }
        }
    }

    /**
     * An invalid line, whose position cannot be trusted either, is assigned to its place in the file unless a valid
     * line has that position.
     */
    private void damaged(Line line, long before, long expected, Set<Long> well) {
        if (well.contains(expected)) {
            findings.add(new Finding(
                    before,
                    Kind.INSERTED,
                    "line " + line.number() + ", after position " + before + ", was inserted: it " + line.fault()));
        } else {
            present.add(expected);
            findings.add(new Finding(expected, Kind.ALTERED, "the entry at position " + expected + " " + line.fault()));
        }
    }

    private void checkOrder(List<Line> lines) {
        List<Line> readable = lines.stream().filter(Line::isWell).toList();
        List<Long> positions = readable.stream().map(Line::position).toList();
        Set<Integer> misplaced = Order.outOfOrder(positions);
        Set<Long> repeats = Order.repeated(positions);
        for (int i = 0; i < readable.size(); i++) {
            Line line = readable.get(i);
            if (misplaced.contains(i)) {
                long previous = i == 0 ? 0 : readable.get(i - 1).position();
                findings.add(
                        repeats.contains(line.position())
                                ? new Finding(
                                        line.position(),
                                        Kind.INSERTED,
                                        "position " + line.position() + " is repeated on line "
                                                + line.number())
                                : new Finding(
                                        line.position(),
                                        Kind.REORDERED,
                                        "the entry at position " + line.position() + " is after position "
                                                + previous));
            }
        }
    }

    private void checkGaps(List<Line> lines, long signed) {
        long found = present.stream().mapToLong(Long::longValue).max().orElse(0);
        long last = Math.max(signed, found);
        for (long position = 1; position <= last && findings.size() < Verification.FINDINGS_MAX; position++) {
            if (!present.contains(position)) {
                findings.add(new Finding(
                        position,
                        Kind.DROPPED,
                        "the entry at position " + position + " is missing"
                                + (position > found ? ", " + OR_ANOTHER : "")));
            }
        }
    }

    private void checkTimes(List<Line> lines) {
        PublishedEvent before = null;
        for (Line line : lines) {
            PublishedEvent event = line.event();
            if (event == null) {
                continue;
            }
            if (before != null
                    && event.position() == before.position() + 1
                    && event.recordedAt().isBefore(before.recordedAt())) {
                findings.add(new Finding(
                        event.position(),
                        Kind.ALTERED,
                        "the entry at position " + event.position() + " was recorded before the one before it"));
            }
            before = event;
        }
    }
}
