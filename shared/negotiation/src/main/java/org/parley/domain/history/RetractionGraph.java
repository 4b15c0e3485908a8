package org.parley.domain.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The retractions of one development's thread, and which entries they undo: those with a retraction that is not undone
 * itself.
 *
 * <p>Retractions that each retract the previous one form a chain. Every other one of them is effective, and one more
 * flips all of them. So a chain stores only whether its top is effective: a retraction costs the same at the end of a
 * chain of 10,000 as of one. A chain begins with the retraction of another kind of entry, or where a retraction is
 * retracted a second time. There is no recursion, so no chain overflows the stack.
 */
final class RetractionGraph {
    private final Map<UUID, Node> nodes = new HashMap<>();
    private final Set<UUID> movedRetractions = new LinkedHashSet<>();
    private long steps;

    /** An entry that is retracted or is a retraction. */
    private static final class Node {
        private final UUID id;

        /** The entry that it retracts; null if it is no retraction. */
        private final @Nullable Node target;

        private final List<Node> retractions = new ArrayList<>(1);

        /** The number of effective retractions of it; not maintained if the only one is in the same chain. */
        private int standing;

        private @Nullable Chain chain;

        /** Whether it is effective exactly while the top of its chain is not. */
        private boolean opposite;

        private Node(UUID id, @Nullable Node target) {
            this.id = id;
            this.target = target;
        }

        private boolean stands() {
            return chain == null ? standing == 0 : chain.topStands != opposite;
        }

        /** The retraction of this entry in the same chain; null at its end. */
        private @Nullable Node next() {
            return chain != null && !retractions.isEmpty() && retractions.getFirst().chain == chain
                    ? retractions.getFirst()
                    : null;
        }
    }

    /** A chain of retractions, each of the previous one. */
    private static final class Chain {
        private final Node top;
        private boolean topStands;

        private Chain(Node top, boolean topStands) {
            this.top = top;
            this.topStands = topStands;
            top.chain = this;
            top.opposite = false;
        }
    }

    /** Whether an entry is not undone. */
    boolean isActive(UUID entry) {
        Node node = nodes.get(entry);
        return node == null || node.stands();
    }

    /** The first effective retraction of an entry; empty if there is none. */
    Optional<UUID> activeRetractionOf(UUID entry) {
        Node node = nodes.get(entry);
        return node == null
                ? Optional.empty()
                : node.retractions.stream()
                        .filter(Node::stands)
                        .map(retraction -> retraction.id)
                        .findFirst();
    }

    /** The entry at the start of a sequence of retractions; the entry itself if it is no retraction. */
    UUID rootTarget(UUID entry) {
        Node node = nodes.get(entry);
        while (node != null && node.target != null) {
            node = node.chain == null ? node.target : node.chain.top.target;
        }
        return node == null ? entry : node.id;
    }

    /** The place of a retraction in its chain. */
    RetractionChain chain(UUID retraction) {
        Node node = nodes.get(retraction);
        if (node == null || node.chain == null) {
            throw new IllegalArgumentException(retraction + " is not a retraction of this development");
        }
        return new RetractionChain(node.chain.top.id, node.opposite);
    }

    /**
     * Adds a retraction.
     *
     * @return the entry, itself no retraction, whose effect changed; empty if there is none
     */
    Optional<UUID> add(UUID retraction, UUID of) {
        movedRetractions.clear();
        Node target = nodes.computeIfAbsent(of, id -> new Node(id, null));
        Node added = new Node(retraction, target);
        nodes.put(retraction, added);
        if (target.chain != null && target.retractions.isEmpty()) {
            target.retractions.add(added);
            added.chain = target.chain;
            added.opposite = !target.opposite;
            movedRetractions.add(retraction);
            return flip(target.chain);
        }
        splitBelow(target);
        target.retractions.add(added);
        new Chain(added, true);
        return updateCount(target, 1);
    }

    /**
     * Removes the last added retraction.
     *
     * @return the entry, itself no retraction, whose effect changed; empty if there is none
     */
    Optional<UUID> undoLast(UUID retraction) {
        movedRetractions.clear();
        Node added = nodes.remove(retraction);
        if (added == null || added.target == null || added.chain == null) {
            throw new IllegalArgumentException(retraction + " is not a retraction of this development");
        }
        added.target.retractions.removeLast();
        return added.chain.top == added ? updateCount(added.target, -1) : flip(added.chain);
    }

    /**
     * The retractions that the last {@link #add} moved to another chain, or whose effect it changed at the top of a
     * chain.
     */
    Set<UUID> movedRetractions() {
        return Collections.unmodifiableSet(movedRetractions);
    }

    /** Ends a chain at an entry that is retracted a second time. The rest becomes a separate chain. */
    private void splitBelow(Node target) {
        Node below = target.next();
        if (below == null) {
            return;
        }
        Chain chain = below.chain;
        target.standing = below.stands() ? 1 : 0;
        Chain lower = new Chain(below, below.stands());
        movedRetractions.add(below.id);
        Node above = below;
        for (Node each : rest(below, chain)) {
            each.chain = lower;
            each.opposite = !above.opposite;
            movedRetractions.add(each.id);
            above = each;
            steps++;
        }
    }

    private static List<Node> rest(Node top, @Nullable Chain chain) {
        List<Node> rest = new ArrayList<>();
        Node last = top;
        while (!last.retractions.isEmpty() && last.retractions.getFirst().chain == chain) {
            last = last.retractions.getFirst();
            rest.add(last);
        }
        return rest;
    }

    /** Updates the number of effective retractions of an entry. */
    private Optional<UUID> updateCount(Node target, int more) {
        target.standing += more;
        boolean changed = target.standing == Math.max(0, more);
        if (!changed) {
            return Optional.empty();
        }
        return target.chain == null ? Optional.of(target.id) : flip(target.chain);
    }

    /** Flips a chain, and the chains above it that depend on it. */
    private Optional<UUID> flip(Chain lowest) {
        Chain chain = lowest;
        while (true) {
            steps++;
            chain.topStands = !chain.topStands;
            movedRetractions.add(chain.top.id);
            Node above = chain.top.target;
            if (above == null) {
                throw new IllegalStateException("the top of a chain has no target");
            }
            above.standing += chain.topStands ? 1 : -1;
            if (above.standing != (chain.topStands ? 1 : 0)) {
                return Optional.empty();
            }
            if (above.chain == null) {
                return Optional.of(above.id);
            }
            chain = above.chain;
        }
    }

    /** The number of flipped chains and moved retractions so far; a test bounds it. */
    long steps() {
        return steps;
    }
}
