package org.parley.history;

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
 * Which entries of an account are undone: those that a retraction speaks of which is not undone itself.
 *
 * <p>Retractions each of the one before form a chain, of which every other one stands, and one more turns all of them over.
 * So a chain keeps whether its top stands, and the rest of it follows: a retraction costs the same at the end of a chain of
 * 10,000 as of one. A chain begins with the retraction of something else, or where a retraction is retracted a second time.
 * Nothing here calls itself, so no chain is too long for the stack.
 */
final class Retractions {
    private final Map<UUID, Node> nodes = new HashMap<>();
    private final Set<UUID> moved = new LinkedHashSet<>();
    private long steps;

    /** An entry that retracts or is retracted. */
    private static final class Node {
        private final UUID id;

        /** What it retracts; null when it is no retraction. */
        private final @Nullable Node target;

        private final List<Node> retractions = new ArrayList<>(1);

        /** How many of those stand; not counted where the only one is in the same chain. */
        private int standing;

        private @Nullable Chain chain;

        /** Whether it stands while the top of its chain does not. */
        private boolean opposite;

        private Node(UUID id, @Nullable Node target) {
            this.id = id;
            this.target = target;
        }

        private boolean stands() {
            return chain == null ? standing == 0 : chain.topStands != opposite;
        }

        /** The one retraction of this that is in the same chain; null at its end. */
        private @Nullable Node next() {
            return chain != null && !retractions.isEmpty() && retractions.getFirst().chain == chain
                    ? retractions.getFirst()
                    : null;
        }
    }

    /** Retractions each of the one before. */
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
    boolean stands(UUID entry) {
        Node node = nodes.get(entry);
        return node == null || node.stands();
    }

    /** The retraction that undoes an entry, the first if there are several. */
    Optional<UUID> of(UUID entry) {
        Node node = nodes.get(entry);
        return node == null
                ? Optional.empty()
                : node.retractions.stream()
                        .filter(Node::stands)
                        .map(retraction -> retraction.id)
                        .findFirst();
    }

    /** What the retractions finally speak of that an entry is one of; itself when it is none. */
    UUID root(UUID entry) {
        Node node = nodes.get(entry);
        while (node != null && node.target != null) {
            node = node.chain == null ? node.target : node.chain.top.target;
        }
        return node == null ? entry : node.id;
    }

    /** The chain that a retraction belongs to, and its place there. */
    RetractionChain chain(UUID retraction) {
        Node node = nodes.get(retraction);
        if (node == null || node.chain == null) {
            throw new IllegalArgumentException(retraction + " is no retraction of this account");
        }
        return new RetractionChain(node.chain.top.id, node.opposite);
    }

    /**
     * Takes in a retraction.
     *
     * @return what is no retraction and stands otherwise since; empty when nothing does
     */
    Optional<UUID> add(UUID retraction, UUID of) {
        moved.clear();
        Node target = nodes.computeIfAbsent(of, id -> new Node(id, null));
        Node added = new Node(retraction, target);
        nodes.put(retraction, added);
        if (target.chain != null && target.retractions.isEmpty()) {
            target.retractions.add(added);
            added.chain = target.chain;
            added.opposite = !target.opposite;
            moved.add(retraction);
            return turn(target.chain);
        }
        cutBelow(target);
        target.retractions.add(added);
        new Chain(added, true);
        return stoodOrFell(target, 1);
    }

    /**
     * Undoes the last {@link #add}.
     *
     * @return what is no retraction and stands otherwise since; empty when nothing does
     */
    Optional<UUID> takeBack(UUID retraction) {
        moved.clear();
        Node added = nodes.remove(retraction);
        if (added == null || added.target == null || added.chain == null) {
            throw new IllegalArgumentException(retraction + " is no retraction of this account");
        }
        added.target.retractions.removeLast();
        return added.chain.top == added ? stoodOrFell(added.target, -1) : turn(added.chain);
    }

    /** The retractions that have another chain since the last {@link #add}, or at the top of theirs stand otherwise. */
    Set<UUID> moved() {
        return Collections.unmodifiableSet(moved);
    }

    /** Lets a chain end where a second retraction comes; what was below is a chain by itself. */
    private void cutBelow(Node target) {
        Node below = target.next();
        if (below == null) {
            return;
        }
        Chain whole = below.chain;
        target.standing = below.stands() ? 1 : 0;
        Chain lower = new Chain(below, below.stands());
        moved.add(below.id);
        Node above = below;
        for (Node each : rest(below, whole)) {
            each.chain = lower;
            each.opposite = !above.opposite;
            moved.add(each.id);
            above = each;
            steps++;
        }
    }

    private static List<Node> rest(Node top, @Nullable Chain whole) {
        List<Node> rest = new ArrayList<>();
        Node last = top;
        while (!last.retractions.isEmpty() && last.retractions.getFirst().chain == whole) {
            last = last.retractions.getFirst();
            rest.add(last);
        }
        return rest;
    }

    /** One more, or one fewer, of an entry's retractions stands. */
    private Optional<UUID> stoodOrFell(Node target, int more) {
        target.standing += more;
        boolean changed = target.standing == Math.max(0, more);
        if (!changed) {
            return Optional.empty();
        }
        return target.chain == null ? Optional.of(target.id) : turn(target.chain);
    }

    /** Turns a chain over, and what follows from it above. */
    private Optional<UUID> turn(Chain lowest) {
        Chain chain = lowest;
        while (true) {
            steps++;
            chain.topStands = !chain.topStands;
            moved.add(chain.top.id);
            Node above = chain.top.target;
            if (above == null) {
                throw new IllegalStateException("the top of a chain retracts something");
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

    /** How many chains were turned over and retractions moved so far: what all of it has cost. */
    long steps() {
        return steps;
    }
}
