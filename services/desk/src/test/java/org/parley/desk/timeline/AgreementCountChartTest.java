package org.parley.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationView;

/** The chart counts agreements, and each once. */
class AgreementCountChartTest {
    private static final NegotiationView NO_TITLES = new NegotiationView(
            "talks", "Talks", "OPEN", null, null, 1, null, null, List.of(), List.of(), List.of(), List.of(), null);

    private static DatedDevelopment development(String matter, String type, String date) {
        LocalDate day = LocalDate.parse(date);
        return new DatedDevelopment(
                matter + date, "agreement", matter, type, date, day, day, "", "EFFECTIVE", false, List.of());
    }

    @Test
    void agreementSignedAgainCountsOnce() {
        List<DatedDevelopment> all = List.of(
                development("peace", "BilateralAgreementSigned", "2016-11-24"),
                development("peace", "BilateralAgreementSigned", "2016-09-26"),
                development("statement", "DeclarationIssued", "2016-09-27"),
                development("compact", "MultilateralAgreementSigned", "2016-10-01"));
        AgreementCountChart chart = AgreementCountChart.of(all, NO_TITLES, DateRange.of(all));

        assertThat(chart.total()).isEqualTo(2);
        assertThat(chart.steps())
                .extracting(AgreementCountChart.Step::occurred)
                .containsExactly("2016-09-26", "2016-10-01");
    }
}
