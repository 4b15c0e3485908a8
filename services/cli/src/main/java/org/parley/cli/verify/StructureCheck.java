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
final class StructureCheck {
    private static final String OR_ANOTHER =
            "or another entry is and those after it were renumbered: a list of leaves would tell";

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> present = new HashSet<>();

    private StructureCheck() {}

    /**
     * Checks the lines.
     *
     * @param signed the number of signed entries
     */
    static List<Finding> of(List<ExportLine> lines, long signed) {
        StructureCheck structure = new StructureCheck();
        structure.checkEachLine(lines);
        structure.checkOrder(lines);
        structure.checkGaps(lines, signed);
        structure.checkTimes(lines);
        return structure.findings;
    }

    private void checkEachLine(List<ExportLine> lines) {
        lines.stream().filter(ExportLine::isIntact).forEach(line -> present.add(line.position()));
        Set<Long> well = Set.copyOf(present);
        Map<UUID, ExportLine> byId = new HashMap<>();
        long before = 0;
        int damaged = 0;
        for (ExportLine line : lines) {
            PublishedEvent event = line.event();
            if (event == null || !line.isIntact()) {
                damaged++;
                damaged(line, before, before + damaged, well);
                continue;
            }
            before = line.position();
            damaged = 0;
            ExportLine first = byId.putIfAbsent(event.developmentId(), line);
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
    private void damaged(ExportLine line, long before, long expected, Set<Long> well) {
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

    private void checkOrder(List<ExportLine> lines) {
        List<ExportLine> readable = lines.stream().filter(ExportLine::isIntact).toList();
        List<Long> positions = readable.stream().map(ExportLine::position).toList();
        Set<Integer> misplaced = SequenceOrder.outOfOrder(positions);
        Set<Long> repeats = SequenceOrder.repeated(positions);
        for (int i = 0; i < readable.size(); i++) {
            ExportLine line = readable.get(i);
            if (misplaced.contains(i)) {
                long previous = i == 0 ? 0 : readable.get(i - 1).position();
                findings.add(
                        repeats.contains(line.position())
                                ? new Finding(
                                        line.position(),
                                        Kind.INSERTED,
                                        "position " + line.position() + " is repeated on line " + line.number())
                                : new Finding(
                                        line.position(),
                                        Kind.REORDERED,
                                        "the entry at position " + line.position() + " is after position " + previous));
            }
        }
    }

    private void checkGaps(List<ExportLine> lines, long signed) {
        long found = present.stream().mapToLong(Long::longValue).max().orElse(0);
        long last = Math.max(signed, found);
        for (long position = 1; position <= last && findings.size() < ExportVerification.FINDINGS_MAX; position++) {
            if (!present.contains(position)) {
                findings.add(new Finding(
                        position,
                        Kind.DROPPED,
                        "the entry at position " + position + " is missing"
                                + (position > found ? ", " + OR_ANOTHER : "")));
            }
        }
    }

    private void checkTimes(List<ExportLine> lines) {
        PublishedEvent before = null;
        for (ExportLine line : lines) {
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
