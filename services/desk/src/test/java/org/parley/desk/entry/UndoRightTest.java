package org.parley.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class UndoRightTest {
    private static final Instant RECORDED = Instant.parse("2025-08-19T08:00:00Z");

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(String name, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new ParleyPrincipal(name, role), ""));
    }

    private static TrailEntryView entry(String type, String standing, String more) {
        return Json.MAPPER.readValue("""
            {"position":7,"developmentId":"e","type":"%s","negotiation":"talks","kind":"ceasefire","matter":"truce",
             "recordedAt":"2025-08-19T08:00:00Z","editor":"ana","parties":[],"summary":"S.","standing":"%s"%s}\
            """.formatted(type, standing, more), TrailEntryView.class);
    }

    @Test
    void ownEntryCanBeUndoneForAQuarterOfAnHour() {
        TrailEntryView own = entry("CeasefireRejected", "EFFECTIVE", "");
        assertThat(UndoRight.isUndoable(own, RECORDED))
                .as("nobody is signed in")
                .isFalse();

        signIn("ana", Role.EDITOR);
        assertThat(UndoRight.end(own)).isEqualTo(RECORDED.plusSeconds(900));
        assertThat(UndoRight.isUndoable(own, RECORDED.plusSeconds(900))).isTrue();
        assertThat(UndoRight.isUndoable(own, RECORDED.plusSeconds(901))).isFalse();

        signIn("ben", Role.CHIEF);
        assertThat(UndoRight.isUndoable(own, RECORDED)).as("somebody else's").isFalse();
    }

    @Test
    void whatIsRetractedOrNoContentIsNotUndone() {
        signIn("ana", Role.EDITOR);
        assertThat(UndoRight.isUndoable(entry("CeasefireRejected", "RETRACTED", ""), RECORDED))
                .isFalse();
        assertThat(UndoRight.isUndoable(entry("DevelopmentGraded", "EFFECTIVE", ",\"targets\":\"o\""), RECORDED))
                .isFalse();
        assertThat(UndoRight.isUndoable(entry("DevelopmentCorrected", "EFFECTIVE", ",\"targets\":\"o\""), RECORDED))
                .isTrue();
    }
}
