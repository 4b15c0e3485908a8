package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.StatusHistory.MatterStatuses;
import org.parley.desk.client.StatusHistory.Step;

/** The chart counts agreements, and each once. */
class AgreementCountChartTest {
    private static final DateRange AUTUMN = new DateRange(LocalDate.of(2016, 9, 1), LocalDate.of(2016, 11, 30));

    private static final List<MatterStatuses> MATTERS = List.of(
            agreement("compact", step("MultilateralAgreementSigned", "2016-10-01")),
            agreement(
                    "peace",
                    step("BilateralAgreementSigned", "2016-09-26"),
                    step("BilateralAgreementSigned", "2016-11-24")),
            agreement("statement", step("DeclarationIssued", "2016-09-27")));

    private static MatterStatuses agreement(String slug, Step... steps) {
        return new MatterStatuses("agreement", slug, "The " + slug, List.of(steps));
    }

    private static Step step(String type, String occurred) {
        return new Step(type + occurred, type, occurred, "SIGNED", false, false);
    }

    @Test
    void agreementSignedAgainCountsOnce() {
        AgreementCountChart chart = AgreementCountChart.of(MATTERS, AUTUMN);

        assertThat(chart.total()).isEqualTo(2);
        assertThat(chart.steps())
                .extracting(AgreementCountChart.Step::occurred)
                .containsExactly("2016-09-26", "2016-10-01");
        assertThat(chart.steps())
                .extracting(AgreementCountChart.Step::title)
                .containsExactly("The peace", "The compact");
        assertThat(chart.levels()).extracting(AgreementCountChart.Level::y).containsExactly("120.0", "70.0", "20.0");
    }

    @Test
    void rangeWithoutSignatureShowsAll() {
        DateRange winter = new DateRange(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31));
        assertThat(AgreementCountChart.of(MATTERS, winter).shown())
                .isEqualTo(new DateRange(LocalDate.of(2016, 9, 26), LocalDate.of(2016, 10, 1)));
    }
}
