package org.parley.domain.decision;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.CommandPreview.Warning;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.BilingualText;
import org.parley.domain.time.Edtf;

/** Finds dates that are probably typing errors, such as {@code 0205} for {@code 2025}. */
final class EarlyYearCheck {
    /** The first year that causes no warning. */
    static final int FIRST_EXPECTED = 1_000;

    private EarlyYearCheck() {}

    /** One warning for each such date, in whichever field. */
    static Stream<Warning> warnings(LedgerEntry entry) {
        return datesIn(entry.development())
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

    /** Every date in a record, including nested records and lists. */
    private static Stream<Edtf> datesIn(@Nullable Object value) {
        return switch (value) {
            case Edtf date -> Stream.of(date);
            case Record fields ->
                Arrays.stream(fields.getClass().getRecordComponents())
                        .flatMap(component -> datesIn(valueOf(component, fields)));
            case List<?> list -> list.stream().flatMap(EarlyYearCheck::datesIn);
            case null, default -> Stream.empty();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record fields) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + fields.getClass(), e);
        }
    }
}
