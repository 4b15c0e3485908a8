package org.parley.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.access.account.AccessSchema;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.view.SavedView.Page;
import org.parley.access.view.SavedViewRepository.Outcome;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedViewRepositoryTest {
    private static final ParleyPrincipal ANNA = new ParleyPrincipal("anna", Role.EDITOR);
    private static final ParleyPrincipal RITA = new ParleyPrincipal("rita", Role.READER);

    private final SavedViewRepository views = views();

    private static SavedViewRepository views() {
        TestDatabase database = BackingServices.shared().newDatabase();
        AccessSchema.migrate(database.dataSource());
        return new SavedViewRepository(JdbcClient.create(database.dataSource()), Clock.systemUTC());
    }

    @Test
    void peopleSaveRenameAndRemoveTheirOwnViews() {
        assertThat(views.save(ANNA, "talks", Page.TRAIL, "Ours", "kind=ceasefire&q=a%20b"))
                .isEqualTo(Outcome.SAVED);
        assertThat(views.save(ANNA, "talks", Page.STANDING, "Ours", "")).isEqualTo(Outcome.NAME_TAKEN);
        assertThat(views.save(ANNA, "talks", Page.STANDING, "agreed", "status=AGREED"))
                .isEqualTo(Outcome.SAVED);
        assertThat(views.save(ANNA, "other", Page.TRAIL, "Ours", "")).isEqualTo(Outcome.SAVED);
        assertThat(views.find(ANNA, "talks")).extracting(SavedView::name).containsExactly("agreed", "Ours");
        assertThat(views.find(RITA, "talks")).isEmpty();

        SavedView ours = views.find(ANNA, "talks").getLast();
        assertThat(ours).isEqualTo(new SavedView(ours.id(), "talks", Page.TRAIL, "Ours", "kind=ceasefire&q=a%20b"));
        assertThat(views.rename(RITA, ours.id(), "Hers")).isEqualTo(Outcome.UNKNOWN);
        assertThat(views.rename(ANNA, ours.id(), "agreed")).isEqualTo(Outcome.NAME_TAKEN);
        assertThat(views.rename(ANNA, ours.id(), "Ceasefires")).isEqualTo(Outcome.SAVED);
        assertThat(views.remove(RITA, ours.id())).isEmpty();
        assertThat(views.remove(ANNA, ours.id())).contains("Ceasefires");
        assertThat(views.remove(ANNA, UUID.randomUUID())).isEmpty();
        assertThat(views.find(ANNA, "talks")).extracting(SavedView::name).containsExactly("agreed");
    }

    @Test
    void aNegotiationHasAtMostSoManyViewsOfOnePerson() {
        IntStream.range(0, SavedViewRepository.PER_NEGOTIATION_MAX)
                .forEach(n -> views.save(ANNA, "talks", Page.TRAIL, "view " + n, ""));
        assertThat(views.save(ANNA, "talks", Page.TRAIL, "one more", "")).isEqualTo(Outcome.TOO_MANY);
        assertThat(views.save(ANNA, "other", Page.TRAIL, "one more", "")).isEqualTo(Outcome.SAVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\tb", "a\u0000"})
    void someTextsAreNoNames(String text) {
        assertThat(SavedView.isName(text)).isFalse();
        assertThat(SavedView.isName("x".repeat(81))).isFalse();
        assertThat(SavedView.isName("Altos el fuego, sin confirmar")).isTrue();
    }
}
