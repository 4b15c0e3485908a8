package org.parley.domain.decision;

import java.util.stream.Stream;
import org.parley.domain.decision.CommandPreview.Warning;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.BilingualText;
import org.parley.domain.time.DateMentions;

/** Finds dates that are probably typing errors, such as {@code 0205} for {@code 2025}. */
final class EarlyYearCheck {
    /** The first year that causes no warning. */
    static final int FIRST_EXPECTED = 1_000;

    private EarlyYearCheck() {}

    /** One warning for each such date, in whichever field. */
    static Stream<Warning> warnings(LedgerEntry entry) {
        return DateMentions.in(entry.development())
                .distinct()
                .filter(date -> date.firstDay().getYear() < FIRST_EXPECTED)
                .map(date -> new Warning(
                        "EARLY_YEAR",
                        new BilingualText(
                                "The date " + date + " lies in the year "
                                        + date.firstDay().getYear() + ": is that meant, or is it a typing mistake?",
                                "La fecha " + date + " cae en el año "
                                        + date.firstDay().getYear() + ": ¿es correcto o es una errata?"),
                        entry.developmentId()));
    }
}
