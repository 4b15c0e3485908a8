package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.domain.agreement.AgreementStatus;
import org.parley.domain.ceasefire.CeasefireStatus;
import org.parley.domain.demand.DemandStatus;
import org.parley.domain.exchange.ExchangeStatus;
import org.parley.domain.guarantee.GuaranteeStatus;
import org.parley.domain.meeting.MeetingStatus;
import org.parley.domain.negotiation.NegotiationStatus;
import org.parley.domain.question.QuestionStatus;
import org.parley.domain.understanding.UnderstandingStatus;
import org.parley.domain.vote.VoteStatus;
import org.parley.domain.warning.WarningStatus;

class StatusScaleTest {
    static Stream<Enum<?>> statuses() {
        return Stream.<Enum<?>[]>of(
                        AgreementStatus.values(),
                        CeasefireStatus.values(),
                        DemandStatus.values(),
                        ExchangeStatus.values(),
                        GuaranteeStatus.values(),
                        MeetingStatus.values(),
                        NegotiationStatus.values(),
                        QuestionStatus.values(),
                        UnderstandingStatus.values(),
                        VoteStatus.values(),
                        WarningStatus.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusHasAFamily(Enum<?> status) {
        assertThat(StatusScale.of(status.name())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED,open,open",
        "AGREED,agreed,agreed",
        "IN_FORCE,agreed,force",
        "IMPOSED,agreed,force",
        "REJECTED,refused,refused",
        "BROKEN_OFF,refused,broken",
        "HELD,over,over",
        "POSTPONED,unsure,unsure"
    })
    void standingDecidesFamilyAndIcon(String status, String family, String icon) {
        StatusScale step = Objects.requireNonNull(StatusScale.of(status));

        assertThat(step.family()).isEqualTo(family);
        assertThat(step.icon()).isEqualTo(icon);
    }

    @ParameterizedTest
    @CsvSource({"disputed,unsure", "possible,possible", "pastEnd,due", "due,due", "breached,broken", "held,embargo"})
    void conditionsHaveIconsOfTheirOwn(String condition, String icon) {
        assertThat(StatusScale.ofCondition(condition).icon()).isEqualTo(icon);
        assertThat(TestPageMessages.english().of("mark." + condition)).isNotBlank();
    }

    @Test
    void unknownConditionIsRefused() {
        assertThatThrownBy(() -> StatusScale.ofCondition("nice")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statementsMoveNothing() {
        assertThat(List.of("PositionStated", "SourceAdded", "GuaranteeDiscussed"))
                .allSatisfy(type -> assertThat(StatusScale.ofEvent(type)).isNull());
        assertThat(StatusScale.ofEvent("CeasefireRejected")).isEqualTo(StatusScale.REFUSED);
    }
}
