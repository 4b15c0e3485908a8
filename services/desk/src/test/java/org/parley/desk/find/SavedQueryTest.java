package org.parley.desk.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedQueryTest {
    @ParameterizedTest
    @CsvSource({
        "kind=ceasefire&party=RUS&party=UKR, kind=ceasefire&party=RUS&party=UKR",
        "?kind=ceasefire, kind=ceasefire",
        "q=alto+el%20fuego&lang=es&before=12&after=3, q=alto%20el%20fuego",
        "q=&standing=DISPUTED, standing=DISPUTED",
        "asOf=2025-08-15, asOf=2025-08-15",
        "'', ''"
    })
    void keepsTheFilterAndNotThePlaceInTheList(String query, String saved) {
        assertThat(SavedQuery.of(query)).isEqualTo(saved);
    }

    @ParameterizedTest
    @CsvSource({"q=a%23b%26c, q=a%23b%26c", "q=<script>, q=%3Cscript%3E", "q=50%, q=50%25", "q=%zz, q=%25zz"})
    void encodesWhatAnAddressCannotHave(String query, String saved) {
        assertThat(SavedQuery.of(query)).isEqualTo(saved);
    }
}
