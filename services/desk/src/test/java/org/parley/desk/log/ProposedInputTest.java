package org.parley.desk.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Beland rejects the truce, no guarantees come with it | no guarantees come with it",
                "Russia rejects the ceasefire, Peskov said on Sunday | ''",
                "Rusia rechaza el alto el fuego, según el Kremlin | ''",
                "Russia rejects the ceasefire | ''"
            })
    void attributionIsNoReason(String sentence, String reason) {
        assertThat(ProposedInput.reason(sentence)).isEqualTo(reason);
    }
}
