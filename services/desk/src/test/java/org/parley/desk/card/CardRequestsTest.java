package org.parley.desk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.NegotiationSummary.MatterPage;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailPageView;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.TestPageMessages;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

/** A card asks the archive as often for twenty entries as for one. */
class CardRequestsTest {
    private final ArchiveClient archive = mock(ArchiveClient.class);

    private static TrailEntryView entry(int position) {
        return Json.MAPPER.readValue("""
            {"position":%1$d,"developmentId":"id-%1$d","type":"MeetingHeld","negotiation":"talks",
             "kind":"meeting","matter":"m-%1$d","recordedAt":"2025-08-19T08:00:00Z","editor":"ana",
             "parties":[],"summary":"They met.","standing":"EFFECTIVE",
             "data":{"touches":["ceasefire/truce"]}}\
            """.formatted(position), TrailEntryView.class);
    }

    private static ListedMatter matter(String kind, String slug, boolean held) {
        return new ListedMatter(kind, slug, slug, "HELD", null, false, false, held, Map.of(), null);
    }

    @Test
    void allMattersOfAllEntriesAreOneQuestion() {
        when(archive.summary(anyString(), any(), anyInt()))
                .thenReturn(new NegotiationSummary(
                        "talks", "Talks", "OPEN", false, false, 20, List.of(), List.of(), List.of()));
        List<TrailEntryView> entries =
                IntStream.rangeClosed(1, 20).mapToObj(CardRequestsTest::entry).toList();
        when(archive.trail(anyString(), anyMap())).thenReturn(new TrailPageView(entries, null, null));
        when(archive.matters(anyString(), any(), anyMap()))
                .thenReturn(new MatterPage(
                        3,
                        List.of(
                                matter("meeting", "m-1", true),
                                matter("meeting", "m-20", false),
                                matter("ceasefire", "truce", false)),
                        null));

        assertThat(new CardController(archive, TestPageMessages.english(), Clock.systemUTC())
                        .card(
                                "talks",
                                null,
                                PageLinks.of("talks"),
                                new ServletWebRequest(new MockHttpServletRequest(), new MockHttpServletResponse())))
                .isNotNull();

        verify(archive).summary(anyString(), any(), anyInt());
        verify(archive).trail(anyString(), anyMap());
        verify(archive, times(1)).matters(anyString(), any(), anyMap());
        verifyNoMoreInteractions(archive);
    }
}
