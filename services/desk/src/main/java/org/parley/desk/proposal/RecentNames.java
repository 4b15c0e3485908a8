package org.parley.desk.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.desk.client.ArchiveClient;

/** The names of each negotiation's last entries, kept for a short while, because a form asks for them at every change. */
public final class RecentNames {
    private static final int ENTRIES = 300;
    private static final int NEGOTIATIONS_MAX = 50;
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final ArchiveClient archive;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private record Kept(KnownNames names, Instant until) {}

    public RecentNames(ArchiveClient archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /** The names of a negotiation, at most two minutes old. */
    public KnownNames of(String negotiation) {
        Instant now = clock.instant();
        synchronized (kept) {
            Kept known = kept.get(negotiation);
            if (known != null && known.until().isAfter(now)) {
                return known.names();
            }
        }
        KnownNames names = KnownNames.of(archive.trail(negotiation, Map.of("order", "desc", "limit", ENTRIES))
                .entries());
        synchronized (kept) {
            kept.remove(negotiation);
            kept.put(negotiation, new Kept(names, now.plus(KEPT)));
            Iterator<String> oldest = kept.keySet().iterator();
            if (kept.size() > NEGOTIATIONS_MAX) {
                oldest.next();
                oldest.remove();
            }
        }
        return names;
    }
}
