package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.newsroom.DossierLoader.LoadResult;
import org.parley.testkit.ApiClient;
import org.parley.testkit.DedicatedServers;

/** A dossier is loaded once: into a newsroom without its negotiation, or where loading it was interrupted. */
@DedicatedServers
class DossierLoadTest {
    private static final Dossier COLOMBIA = Dossier.bundled("colombia-2012");
    private static final Dossier UKRAINE = Dossier.bundled("ukraine-2025");

    private static RunningNewsroom newsroom;

    @BeforeAll
    static void startWithoutDossiers() {
        newsroom = RunningNewsroom.start(
                DataFolder.fresh(), RunningNewsroom.WITH_CHIEF_PASSWORD, ChildNewsroom.WITHOUT_DOSSIER);
        assertThat(newsroom.said()).contains("Dossiers   none").doesNotContain("/trail");
    }

    @AfterAll
    static void stop() {
        newsroom.close();
    }

    private static LoadResult load(Dossier dossier) {
        return newsroom.bean(DossierLoader.class).load(dossier, newsroom.address());
    }

    @Test
    void interruptedLoadResumesAndACompleteOneAddsNothing() {
        int interruptedAfter = 30;
        String begun = String.join("\n", COLOMBIA.commands().subList(0, interruptedAfter));
        assertThat(newsroom.chief()
                        .post("/api/commands/batch", ApiClient.NDJSON, begun)
                        .status())
                .isEqualTo(200);
        assertThat(load(COLOMBIA))
                .isEqualTo(new LoadResult(COLOMBIA.size(), COLOMBIA.size() - interruptedAfter, 0, false));
        assertThat(load(COLOMBIA)).isEqualTo(new LoadResult(COLOMBIA.size(), 0, 0, false));
        assertThat(newsroom.archive("colombia-2012").trail()).hasSize(COLOMBIA.size());

        // Another edition: one more line, and so another opening id.
        List<String> lines = new ArrayList<>(COLOMBIA.commands());
        String openingId = ReplayedDossier.read("colombia-2012")
                .commands()
                .getFirst()
                .developmentId()
                .toString();
        lines.set(0, lines.getFirst().replace(openingId, UUID.randomUUID().toString()));
        lines.add("""
                {"command":"RaiseQuestion","negotiation":"colombia-2012","matter":"later","title":"Later?",\
                "theme":"POLITICS"}""");
        assertThat(load(new Dossier("colombia-2012", lines)).kept()).isTrue();
        assertThat(newsroom.archive("colombia-2012").trail()).hasSize(COLOMBIA.size());
    }

    @Test
    void negotiationOfTheNewsroomItselfIsKept() {
        assertThat(newsroom.chief().command("""
                {"command":"OpenNegotiation","negotiation":"ukraine-2025","title":"Ours"}""").status()).isEqualTo(201);
        assertThat(load(UKRAINE)).isEqualTo(new LoadResult(UKRAINE.size(), 0, 0, true));
        assertThat(newsroom.archive("ukraine-2025").trail()).hasSize(1);
    }
}
