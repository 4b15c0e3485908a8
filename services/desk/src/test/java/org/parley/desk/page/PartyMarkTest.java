package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyMarkTest {
    @ParameterizedTest
    @CsvSource({
        "RUS,STATE,RUS,",
        "NATO,ALLIANCE,NATO,many",
        "NATO-MEMBERS,COALITION,NM,many",
        "EU,UNION,EU,many",
        "WILLING,COALITION,WILL,many",
        "PIFER,VOICE,PIFE,voice",
        "A-B-C-D-E,BODY,ABCD,",
        "LONG-,,LONG,"
    })
    void markHasUpToFourLettersAndAFrame(String code, String kind, String letters, String frame) {
        assertThat(PartyMark.of(code, kind)).isEqualTo(new PartyMark(letters, frame));
    }
}
