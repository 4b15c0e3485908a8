package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class PageMessagesTest {
    private final PageMessages words = TestPageMessages.english();

    @BeforeEach
    void formatsDatesInEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void formatsDatesInEveryLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-15, 15 August 2025",
        "2025-02, February 2025",
        "2022, 2022",
        "0044, 0044",
        "2025-08-18~, about 18 August 2025",
        "2025-08?, perhaps August 2025",
        "2025-08-20/2025-08-26, between 20 August 2025 and 26 August 2025",
        "2025-08-18T13:00-04:00, '18 August 2025, 13:00 (-04:00)'",
        "2025-09-02T03:30Z/2025-09-02T23:59:59Z, 'between 2 September 2025, 03:30 (+00:00) and 2 September 2025, 23:59"
                + " (+00:00)'"
    })
    void edtfDateIsFormattedInWords(String edtf, String told) {
        assertThat(words.date(edtf)).isEqualTo(told);
    }

    @Test
    void refusalNamesCommandsAsPagesDo() {
        assertThat(words.inWords("Nothing is there: begin with RaiseQuestion, or AddSource; McDonald said OpenSesame."))
                .isEqualTo(
                        "Nothing is there: begin with “Question raised”, or “Add a source”; McDonald said OpenSesame.");
        assertThat(words.inWords(null)).isEmpty();

        LocaleContextHolder.setLocale(Locale.of("es"));
        assertThat(words.inWords("Ahí es posible: StatePosition.")).isEqualTo("Ahí es posible: «Posición declarada».");
    }

    @Test
    void intervalOfInstantsIsFormattedInSpanish() {
        LocaleContextHolder.setLocale(Locale.of("es"));

        assertThat(words.date("2025-09-02T03:30Z/2025-09-02T12:00Z"))
                .isEqualTo("entre 2 de septiembre de 2025, 03:30 (+00:00) y 2 de septiembre de 2025, 12:00 (+00:00)");
    }

    @Test
    void spanishDaysHaveAnArticle() {
        LocaleContextHolder.setLocale(Locale.of("es"));

        assertThat(words.date("2025-08-20/2025-08-26"))
                .isEqualTo("entre el 20 de agosto de 2025 y el 26 de agosto de 2025");
        assertThat(words.since("2025-08-20")).isEqualTo("desde el 20 de agosto de 2025");
        assertThat(words.since("2025-08")).isEqualTo("desde agosto de 2025");
    }

    @Test
    void statusHasTheGenderOfItsKind() {
        LocaleContextHolder.setLocale(Locale.of("es"));

        assertThat(words.status("ceasefire", "REJECTED")).isEqualTo("rechazado");
        assertThat(words.status("vote", "REJECTED")).isEqualTo("rechazada");
    }

    @Test
    void sinceIsNotSaidOfTimeBetweenTwoDates() {
        assertThat(words.since("2025-02/2025-08")).isEqualTo("between February 2025 and August 2025");
        assertThat(words.since("2025-02")).isEqualTo("since February 2025");
    }

    @Test
    void numbersAreGroupedFromFiveDigits() {
        assertThat(words.number(7132)).isEqualTo("7132");
        assertThat(words.number(6431376)).isEqualTo("6,431,376");
        LocaleContextHolder.setLocale(Locale.of("es"));
        assertThat(words.number(6431376.5)).isEqualTo("6\u00a0431\u00a0376,5");
    }

    @Test
    void momentAcceptsDateOrInstant() {
        assertThat(words.moment("2025-08-18T13:00:00Z")).isEqualTo("18 Aug 2025, 13:00 UTC");
        assertThat(words.moment("2025-08-18T13:00Z")).contains("18 August 2025, 13:00");
        assertThat(words.moment(null)).isEqualTo("now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2025-13-45", "not a date at all, but Z", "<script>Z"})
    void invalidDateIsReturnedUnchanged(String text) {
        assertThat(words.moment(text)).isEqualTo(text);
    }
}
