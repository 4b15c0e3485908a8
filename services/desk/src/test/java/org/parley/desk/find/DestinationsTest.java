package org.parley.desk.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.access.view.SavedView;
import org.parley.access.view.SavedView.Page;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.TestPageMessages;

class DestinationsTest {
    private static final PageLinks HERE = new PageLinks("talks", BitemporalPoint.of("2025-08-15", null), Map.of());

    private final Destinations destinations = new Destinations(HERE, TestPageMessages.english());

    private static List<String> addresses(List<Destination> destinations) {
        return destinations.stream().map(Destination::href).toList();
    }

    @Test
    void commandsAreFoundByWordsOfEitherLanguage() {
        assertThat(addresses(destinations.commands("log ceasefire rej")))
                .containsExactly("/n/talks/log/RejectCeasefire");
        assertThat(addresses(destinations.commands("alto el fuego rechazado")))
                .containsExactly("/n/talks/log/RejectCeasefire");
        assertThat(destinations.commands("log ceasefire rej").getFirst().label())
                .isEqualTo("Log: Ceasefire rejected …");
        assertThat(destinations.commands("")).isEmpty();
        assertThat(destinations.commands("submarine")).isEmpty();
        assertThat(destinations.commands("log")).hasSize(8);
    }

    @Test
    void pagesKeepThePointInTimeButLoggingDoesNot() {
        assertThat(addresses(destinations.pages("trail", true))).containsExactly("/n/talks/trail?asOf=2025-08-15");
        assertThat(addresses(destinations.pages("log", true))).containsExactly("/n/talks/log");
        assertThat(destinations.pages("log", false)).isEmpty();
        assertThat(destinations.pages("", false)).hasSize(6);
    }

    @Test
    void savedViewsAreFoundByTheirNames() {
        SavedView ceasefires =
                new SavedView(UUID.randomUUID(), "talks", Page.TRAIL, "Altos el fuego: Irán", "kind=ceasefire");
        SavedView all = new SavedView(UUID.randomUUID(), "talks", Page.STANDING, "All", "");
        assertThat(addresses(destinations.views("iran", List.of(ceasefires, all))))
                .containsExactly("/n/talks/trail?kind=ceasefire");
        assertThat(addresses(destinations.views("all", List.of(ceasefires, all))))
                .containsExactly("/n/talks/matters");
    }
}
