package org.parley.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.TestPageMessages;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;

class ChangesPageTest {
    private final PageMessages words = TestPageMessages.english();
    private final DetailFormatter detail = new DetailFormatter(words, Map.of("RUS", "Russia"));

    private static NegotiationView.Change change(String kind, String before, String after) {
        return new NegotiationView.Change(kind, "matter", state(before), state(after), List.of("a", "b"));
    }

    private static JsonNode state(String json) {
        return Json.MAPPER.readTree(json.replace('\'', '"'));
    }

    private ShownChange shown(NegotiationView.Change change) {
        return ShownChange.of(change, Map.of(), detail, words);
    }

    @BeforeEach
    void readsEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forgetsTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void statusIsApartFromTheOtherDetails() {
        ShownChange change = shown(change(
                "ceasefire",
                "{'title':'A truce','status':'PROPOSED','detail':{'rejectedBy':[]}}",
                "{'title':'A truce','status':'REJECTED','since':'2025-08-15','detail':{'rejectedBy':['RUS']}}"));
        assertThat(change.title()).isEqualTo("A truce");
        assertThat(change.isStatusChange()).isTrue();
        assertThat(change.before()).isEqualTo("PROPOSED");
        assertThat(change.after()).isEqualTo("REJECTED");
        assertThat(change.details()).extracting(ShownChange.Detail::after).containsExactly("15 August 2025", "Russia");
        assertThat(change.omitted()).isEqualTo(2);
    }

    @Test
    void sameStatusIsNoStatusChange() {
        ShownChange change = shown(change(
                "guarantee", "{'title':'G','status':'PROPOSED'}", "{'title':'G','status':'PROPOSED','disputed':true}"));
        assertThat(change.isStatusChange()).isFalse();
        assertThat(change.details()).hasSize(1);
    }

    @Test
    void newMatterHasNoStatusBefore() {
        ShownChange change = shown(
                new NegotiationView.Change("vote", "v", null, state("{'title':'V','status':'CALLED'}"), List.of()));
        assertThat(change.isStatusChange()).isTrue();
        assertThat(change.before()).isNull();
    }

    @Test
    void pagesKeepTheTotalOfEachKind() {
        List<NegotiationView.Change> all = Stream.concat(
                        IntStream.range(0, 50).mapToObj(i -> change("agreement", "{'status':'SIGNED'}", "{}")),
                        IntStream.range(0, 5).mapToObj(i -> change("vote", "{'status':'CALLED'}", "{}")))
                .toList();
        ChangesPage second = ChangesPage.of(all, 2, this::shown);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.groups())
                .extracting(ChangesPage.Group::kind, ChangesPage.Group::total, group -> group.changes()
                        .size())
                .containsExactly(tuple("agreement", 50, 10), tuple("vote", 5, 5));
        assertThat(second.groups()).extracting(ChangesPage.Group::isOpen).containsExactly(true, false);
        assertThat(ChangesPage.of(all, 9, this::shown).groups()).isEmpty();
        assertThat(ChangesPage.of(List.of(), 1, this::shown).pages()).isEqualTo(1);
    }
}
