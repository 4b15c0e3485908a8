package org.parley.desk.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/n/talks", "/n/talks/trail?q=a%20b&asOf=2025-08-14"})
    void acceptsPathsOfThisServer(String path) {
        assertThat(LocalPaths.isOwn(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/n/talks\r\nSet-Cookie: a=b",
                "n/talks"
            })
    void refusesAnyOtherTarget(String path) {
        assertThat(LocalPaths.isOwn(path)).isFalse();
    }
}
