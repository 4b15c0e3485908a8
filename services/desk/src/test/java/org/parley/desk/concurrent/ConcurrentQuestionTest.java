package org.parley.desk.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.telemetry.CorrelationId;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ConcurrentQuestionTest {
    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
        LocaleContextHolder.resetLocaleContext();
        MDC.clear();
    }

    @Test
    void questionIsAskedAsTheCallerOfThePage() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("anna", ""));
        LocaleContextHolder.setLocale(Locale.of("es"));
        MDC.put(CorrelationId.MDC_KEY, "morning-1");
        ConcurrentQuestion<List<String>> asked = ConcurrentQuestion.ask(() -> List.of(
                SecurityContextHolder.getContext().getAuthentication().getName(),
                LocaleContextHolder.getLocale().getLanguage(),
                CorrelationId.current().orElseThrow()));
        assertThat(asked.answer()).containsExactly("anna", "es", "morning-1");
    }

    @Test
    void nextCallerIsNotTheFormerOne() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("anna", ""));
        ConcurrentQuestion.ask(() -> "").answer();
        SecurityContextHolder.clearContext();
        assertThat(ConcurrentQuestion.ask(
                                () -> SecurityContextHolder.getContext().getAuthentication() == null)
                        .answer())
                .isTrue();
    }

    @Test
    void questionsAreAskedAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        ConcurrentQuestion<Boolean> one = ConcurrentQuestion.ask(() -> meet(both));
        ConcurrentQuestion<Boolean> other = ConcurrentQuestion.ask(() -> meet(both));
        assertThat(List.of(one.answer(), other.answer())).containsOnly(true);
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void failureIsThatOfTheQuestion() {
        ConcurrentQuestion<String> asked = ConcurrentQuestion.ask(() -> {
            throw new IllegalArgumentException("no such negotiation");
        });
        assertThatThrownBy(asked::answer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such negotiation");
    }
}
