package org.parley.desk.written;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.state.QueryInstant;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.time.InvalidDateException;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A date or an instant in the address of a page, in EDTF or as people write dates. Words such as "yesterday" are meant in
 * UTC, as all times on pages are.
 */
public final class DateParameter {
    /** As much of a wrong text as is repeated, in characters. */
    private static final int SHOWN_MAX = 80;

    private DateParameter() {}

    /**
     * The date in EDTF, or the instant; null for a blank text.
     *
     * @param name the name of the parameter
     * @throws ServiceRefusedException (400) if it is neither, or has two meanings
     */
    public static @Nullable String read(String name, @Nullable String text, Clock clock) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return find(text, clock)
                .orElseThrow(() -> new ServiceRefusedException(ServiceProblem.invalid("/" + name, fault(text, clock))));
    }

    /** The date in EDTF, or the instant; empty if it is neither, or has two meanings. */
    public static Optional<String> find(String text, Clock clock) {
        String written = text.strip();
        try {
            QueryInstant.parse(written);
            return Optional.of(written);
        } catch (InvalidDateException e) {
            return Optional.ofNullable(reading(written, clock).edtf());
        }
    }

    /** Which two meanings a text has, in the user's language; empty if it has fewer. */
    public static Optional<String> ambiguity(String text, Clock clock) {
        WrittenDate date = reading(text, clock);
        return date.isAmbiguous()
                ? Optional.of(new BilingualText(
                                date.text() + " means " + date.meanings().getFirst() + " or "
                                        + date.meanings().getLast() + ": write one of them.",
                                date.text() + " significa " + date.meanings().getFirst() + " o "
                                        + date.meanings().getLast() + ": escriba una de las dos.")
                        .in(language()))
                : Optional.empty();
    }

    private static String fault(String text, Clock clock) {
        return ambiguity(text, clock).orElseGet(() -> {
            String quoted = language().quoted(text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text);
            return new BilingualText(
                            quoted + " is no date. Write one such as 2025-08-14, 2025-08 or 14 August 2025, or an"
                                    + " instant such as 2025-08-14T18:00Z.",
                            quoted + " no es una fecha. Escriba una como 2025-08-14, 2025-08 o 14 de agosto de 2025,"
                                    + " o un instante como 2025-08-14T18:00Z.")
                    .in(language());
        });
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }

    private static WrittenDate reading(String text, Clock clock) {
        return new WrittenDateReader(ZonedDateTime.now(clock.withZone(ZoneOffset.UTC))).read(text);
    }
}
