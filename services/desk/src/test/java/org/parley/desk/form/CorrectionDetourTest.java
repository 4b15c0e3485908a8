package org.parley.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;

class CorrectionDetourTest {
    private static TrailEntryView entry(String type, String standing, String more) {
        return Json.MAPPER.readValue("""
            {"position":7,"developmentId":"e","type":"%s","negotiation":"talks","kind":"ceasefire","matter":"truce",
             "recordedAt":"2025-08-19T08:00:00Z","editor":"ana","parties":[],"summary":"S.","standing":"%s"%s}\
            """.formatted(type, standing, more), TrailEntryView.class);
    }

    private static CorrectionDetour detour(String type, String standing, String originalStanding) {
        return new CorrectionDetour(
                entry(type, standing, ",\"targets\":\"o\""), entry("CeasefireRejected", originalStanding, ""));
    }

    @Test
    void ofACorrectionTheOriginalIsCorrectedOrTheCorrectionRetracted() {
        CorrectionDetour detour = detour("DevelopmentCorrected", "EFFECTIVE", "CORRECTED");
        assertThat(detour.advice()).isEqualTo("detour.correction");
        assertThat(detour.isOriginalCorrectable()).isTrue();
        assertThat(detour.isRetractable()).isTrue();
    }

    @Test
    void aRetractionIsRetractedFirst() {
        CorrectionDetour detour = detour("DevelopmentRetracted", "EFFECTIVE", "RETRACTED");
        assertThat(detour.advice()).isEqualTo("detour.retraction");
        assertThat(detour.isOriginalCorrectable()).isFalse();
        assertThat(detour.isRetractable()).isTrue();
    }

    @Test
    void whatIsRetractedItselfIsLeftAlone() {
        CorrectionDetour detour = detour("DevelopmentCorrected", "RETRACTED", "EFFECTIVE");
        assertThat(detour.advice()).isEqualTo("detour.undone");
        assertThat(detour.isOriginalCorrectable()).isTrue();
        assertThat(detour.isRetractable()).isFalse();
    }
}
