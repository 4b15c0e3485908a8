package org.parley.domain.diff;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.matter.Development;

/** The effective content of a development without its evidence. */
record EffectiveContent(Development development, Instant certainFrom, boolean disputed, boolean held) {
    /** The content by a thread; empty if there is no thread, or the development is retracted or had not occurred. */
    static Optional<EffectiveContent> of(@Nullable DevelopmentThread account, Instant asOf) {
        return Optional.ofNullable(account)
                .flatMap(DevelopmentThread::occurrence)
                .filter(occurrence -> !occurrence.start().isAfter(asOf))
                .map(occurrence -> new EffectiveContent(
                        unsourced(occurrence.development()),
                        occurrence.certainFrom(),
                        occurrence.disputed(),
                        occurrence.held()));
    }

    private static Development unsourced(Development told) {
        return new Development(told.event(), told.occurred(), told.title(), null, null, told.voices());
    }
}
