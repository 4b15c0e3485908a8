package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient.Answer;

/** Pages ask the services in their own language. */
@ExtendWith(SharedNewsroom.class)
class DeskLanguageTest {
    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    DeskLanguageTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive =
                newsroom.archive("language-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private String log(String fields) {
        Answer answer = newsroom.chief()
                .command(("{'negotiation':'" + archive.negotiation() + "'," + fields + "}").replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("developmentId");
    }

    private String page(String path, String... headers) {
        return archive.reader()
                .get("/n/" + archive.negotiation() + path, headers)
                .body();
    }

    @Test
    void sentencesAreInTheLanguageOfThePage() {
        log("'command':'OpenNegotiation','title':'Talks'");
        log("'command':'AdmitParty','party':'USA','name':'Estados Unidos','partyKind':'STATE'");
        log("'command':'AdmitParty','party':'IRN','name':'Irán','partyKind':'STATE'");
        String id = log("'command':'ProposeCeasefire','matter':'t1','title':'T1','occurred':'2025-08-15',"
                + "'by':['USA','IRN'],'consentOf':'IRN','evidence':{'sources':[{'publisher':'W','title':'T'}]}");
        archive.awaitReadable(id);
        String spanish = "El 15 de agosto de 2025, Estados Unidos e Irán propusieron el alto el fuego «T1»";
        String english = "On 15 August 2025, Estados Unidos and Irán proposed the ceasefire “T1”";

        for (String path : new String[] {"/trail", "/entries/" + id, "/matters/ceasefire/t1", ""}) {
            assertThat(page(path, "Accept", "text/html", "Accept-Language", "es"))
                    .as(path)
                    .contains(spanish)
                    .doesNotContain(english);
            assertThat(page(path, "Accept", "text/html", "Accept-Language", "en"))
                    .as(path)
                    .contains(english)
                    .doesNotContain(spanish);
        }
        // The language that was chosen on a page counts more than the browser's.
        assertThat(page("/trail", "Accept", "text/html", "Accept-Language", "en", "Cookie", "parley-language=es"))
                .contains(spanish);
        assertThat(archive.reader()
                        .get("/n/nothing-here", "Accept", "text/html", "Accept-Language", "es")
                        .body())
                .contains("No hay ninguna negociación «nothing-here»");
    }
}
