package org.parley.cli.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.cli.verify.Finding.Kind;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.MerkleFrontier;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.parley.contract.proof.VerifierKey;
import org.parley.contract.state.StateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.state.NegotiationHistory;

/**
 * The result of checking an export against signed checkpoints.
 *
 * @param negotiation the slug of the negotiation
 * @param size the number of lines
 * @param root the root of the Merkle tree over the lines
 * @param contentHash the content hash of the current state folded from the lines; null when they cannot be folded
 * @param checkpoints the checkpoints with a valid signature, by size
 * @param findings the deviations, by position; empty when the export is what was signed
 */
public record ExportVerification(
        String negotiation,
        long size,
        TreeHash root,
        @Nullable String contentHash,
        List<TrailCheckpoint> checkpoints,
        List<Finding> findings) {
    /** The maximum number of findings. */
    static final int FINDINGS_MAX = 1_000;

    private static final String ORIGIN_PREFIX = "parley/";

    /**
     * The signed data that an export is verified against.
     *
     * @param key the key that must have signed the checkpoints
     * @param notes one or more checkpoints of one trail
     * @param leaves the hashes of all signed lines; null when there is no list. The list is not trusted: it is used
     *     only when it matches a checkpoint
     * @param uncovered whether entries after the last checkpoint are allowed
     */
    public record Basis(
            VerifierKey key,
            List<SignedNote> notes,
            @Nullable List<TreeHash> leaves,
            boolean uncovered) {}

    public boolean isFine() {
        return findings.isEmpty();
    }

    /** Checks the lines of an export, each without its line break, in UTF-8. */
    public static ExportVerification of(List<byte[]> export, Basis basis) {
        List<Finding> findings = new ArrayList<>();
        List<TrailCheckpoint> checkpoints = new ArrayList<>();
        for (SignedNote note : basis.notes()) {
            checkpoint(note, basis.key(), findings).ifPresent(checkpoints::add);
        }
        checkpoints.sort(Comparator.comparingLong(TrailCheckpoint::size));
        String origin = checkpoints.isEmpty() ? "" : checkpoints.getFirst().origin();
        checkpoints.stream()
                .filter(each -> !each.origin().equals(origin) || !origin.startsWith(ORIGIN_PREFIX))
                .forEach(each -> findings.add(new Finding(
                        null, Kind.NOT_SIGNED, "the checkpoint is of " + each.origin() + ", which is not this trail")));
        String negotiation = origin.startsWith(ORIGIN_PREFIX) ? origin.substring(ORIGIN_PREFIX.length()) : origin;
        List<ExportLine> lines = new ArrayList<>(export.size());
        MerkleFrontier tree = new MerkleFrontier();
        List<TreeHash> roots = new ArrayList<>(List.of(tree.root()));
        for (byte[] line : export) {
            ExportLine read = ExportLine.of(lines.size() + 1, line, negotiation);
            lines.add(read);
            tree.add(read.leaf());
            roots.add(tree.root());
        }
        if (findings.isEmpty()) {
            findings.addAll(compare(lines, roots, checkpoints, basis));
        }
        String contentHash = fold(negotiation, lines, findings);
        findings.sort(Comparator.comparing(
                finding -> finding.position() == null ? Long.MAX_VALUE : finding.position(),
                Comparator.naturalOrder()));
        return new ExportVerification(negotiation, lines.size(), tree.root(), contentHash, checkpoints, findings);
    }

    private static Optional<TrailCheckpoint> checkpoint(SignedNote note, VerifierKey key, List<Finding> findings) {
        if (!key.hasSigned(note)) {
            findings.add(new Finding(null, Kind.NOT_SIGNED, "the checkpoint is not signed with the key " + key.name()));
            return Optional.empty();
        }
        try {
            return Optional.of(TrailCheckpoint.parse(note.text()));
        } catch (IllegalArgumentException e) {
            findings.add(new Finding(null, Kind.NOT_SIGNED, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static List<Finding> compare(
            List<ExportLine> lines, List<TreeHash> roots, List<TrailCheckpoint> checkpoints, Basis basis) {
        TrailCheckpoint last = checkpoints.getLast();
        boolean fits = checkpoints.stream()
                .allMatch(each -> each.size() < roots.size()
                        && roots.get((int) each.size()).equals(each.root()));
        List<TreeHash> leaves = basis.leaves();
        List<Finding> findings = new ArrayList<>();
        if (fits) {
            List<ExportLine> beyond = lines.subList((int) last.size(), lines.size());
            if (!basis.uncovered()) {
                for (int i = 0; i < beyond.size() && i < FINDINGS_MAX; i++) {
                    findings.add(LeafAlignment.uncovered(last.size() + i + 1));
                }
            } else {
                findings.addAll(StructureCheck.of(lines, last.size()));
            }
        } else if (leaves != null && isSigned(leaves, last)) {
            Renumbering numbers = Renumbering.of(lines, last.size(), leaves);
            findings.addAll(LeafAlignment.of(numbers.lines(), leaves));
            findings.addAll(numbers.findings());
        } else {
            if (leaves != null) {
                findings.add(new Finding(null, Kind.NOT_SIGNED, "the list of leaves does not match the checkpoint"));
            }
            Renumbering numbers = Renumbering.of(lines, last.size(), null);
            findings.addAll(StructureCheck.of(numbers.lines(), last.size()));
            findings.addAll(numbers.findings());
            if (!basis.uncovered()) {
                for (ExportLine line : numbers.lines()) {
                    if (line.position() > last.size() && findings.size() < FINDINGS_MAX) {
                        findings.add(LeafAlignment.uncovered(line.position()));
                    }
                }
            }
        }
        if (!fits && findings.isEmpty()) {
            findings.add(differentRoot(roots, checkpoints));
        }
        return findings;
    }

    private static boolean isSigned(List<TreeHash> leaves, TrailCheckpoint checkpoint) {
        MerkleFrontier tree = new MerkleFrontier();
        leaves.forEach(tree::add);
        return leaves.size() == checkpoint.size() && tree.root().equals(checkpoint.root());
    }

    /** Every line is valid on its own, yet a root differs: the checkpoints limit the positions of the change. */
    private static Finding differentRoot(List<TreeHash> roots, List<TrailCheckpoint> checkpoints) {
        long matching = 0;
        for (TrailCheckpoint each : checkpoints) {
            if (!roots.get((int) each.size()).equals(each.root())) {
                return new Finding(
                        matching + 1 == each.size() ? Long.valueOf(each.size()) : null,
                        Kind.DIFFERENT,
                        "something from position " + (matching + 1) + " to " + each.size()
                                + " is not what was signed; a list of leaves would tell which");
            }
            matching = each.size();
        }
        throw new IllegalStateException("every checkpoint matches");
    }

    /** The content hash of the state; adds a finding when the history is impossible. */
    private static @Nullable String fold(String negotiation, List<ExportLine> lines, List<Finding> findings) {
        NegotiationHistory history = new NegotiationHistory(negotiation);
        for (ExportLine line : lines) {
            PublishedEvent event = line.event();
            if (event == null) {
                return null;
            }
            try {
                LedgerEntry entry = event.entry();
                history.record(entry);
            } catch (RuntimeException e) {
                if (findings.isEmpty()) {
                    findings.add(new Finding(
                            event.position(), Kind.ALTERED, "position " + event.position() + ": " + e.getMessage()));
                }
                return null;
            }
        }
        try {
            Instant now = lines.isEmpty() ? Instant.EPOCH : Instant.now();
            return StateJson.of(history.state(history.now(now), now))
                    .path("contentHash")
                    .asString();
        } catch (RuntimeException e) {
            if (findings.isEmpty()) {
                findings.add(new Finding(null, Kind.DIFFERENT, "the history is not possible: " + e.getMessage()));
            }
            return null;
        }
    }
}
