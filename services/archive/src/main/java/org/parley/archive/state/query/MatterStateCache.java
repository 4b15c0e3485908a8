package org.parley.archive.state.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterState;

/**
 * The states of all matters of the negotiations asked for last. They change only when something is recorded; a page of
 * the list of matters needs few of them, but all have to be read to choose and count them.
 */
final class MatterStateCache {
    /** Of all negotiations together; a state takes a few kilobytes. */
    private static final int MATTERS_MAX = 20_000;

    /** After the rebuild of a projection its answers may differ. */
    private static final Duration TTL = Duration.ofMinutes(1);

    private final Cache<Key, List<MatterState>> cache = Caffeine.newBuilder()
            .maximumWeight(MATTERS_MAX)
            .weigher((Key key, List<MatterState> states) -> states.size() + 1)
            .expireAfterWrite(TTL)
            .build();

    /**
     * What states are kept by.
     *
     * @param asOf the requested instant of valid time; null for the states after everything recorded
     */
    private record Key(
            String negotiation, long through, @Nullable Instant asOf) {}

    List<MatterState> get(KnownPrefix known, @Nullable Instant asOf, Supplier<List<MatterState>> read) {
        return cache.get(new Key(known.negotiation(), known.through(), asOf), key -> List.copyOf(read.get()));
    }
}
