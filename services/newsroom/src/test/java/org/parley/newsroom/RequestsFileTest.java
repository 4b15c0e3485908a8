package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Sends the requests of {@code requests.http} as an HTTP client of an IDE does. */
@ExtendWith(SharedNewsroom.class)
class RequestsFileTest {
    private static final Path FILE = Path.of("../../requests.http");
    private static final Pattern EXPECTED = Pattern.compile("(?m)^# expected: (\\d{3})$");
    private static final Pattern REQUEST = Pattern.compile("(?m)^(GET|POST) \\{\\{host}}(\\S+)\\n");

    private final RunningNewsroom newsroom;

    RequestsFileTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    /**
     * One request of the file.
     *
     * @param expected the status in a comment; empty for success
     * @param headers alternating names and values
     */
    private record Request(
            String title, String expected, String method, String path, List<String> headers, String body) {
        static Request of(String text) {
            String title = text.lines().findFirst().orElseThrow().strip();
            Matcher request = REQUEST.matcher(text);
            assertThat(request.find()).as(title).isTrue();
            String[] rest = text.substring(request.end()).split("\n\n", 2);
            Matcher expected = EXPECTED.matcher(text);
            return new Request(
                    title,
                    expected.find() ? expected.group(1) : "",
                    request.group(1),
                    request.group(2),
                    rest[0].lines()
                            .filter(header -> !header.isBlank())
                            .flatMap(header -> Stream.of(header.split(": ", 2)))
                            .toList(),
                    rest.length == 1 ? "" : rest[1].strip());
        }

        Answer sentTo(RunningNewsroom newsroom) {
            List<String> others = new ArrayList<>(headers);
            int credentials = others.indexOf("Authorization");
            if (credentials >= 0) {
                assertThat(others.remove(credentials + 1)).isEqualTo("Basic {{user}} {{password}}");
                others.remove(credentials);
            }
            ApiClient client = credentials < 0 ? newsroom.anonymous() : newsroom.chief();
            return client.send(method, path, "", BodyPublishers.ofString(body), others.toArray(String[]::new));
        }
    }

    @Test
    void everyRequestGetsTheDocumentedStatusEachTime() throws IOException {
        List<Request> requests = Stream.of(Files.readString(FILE).split("(?m)^### "))
                .skip(1)
                .map(Request::of)
                .toList();
        assertThat(requests).hasSizeGreaterThan(15);
        for (int round = 1; round <= 2; round++) {
            for (Request request : requests) {
                Answer answer = request.sentTo(newsroom);
                assertThat(String.valueOf(answer.status()))
                        .as("%s, round %d: %s", request.title(), round, answer)
                        .matches(request.expected().isEmpty() ? "20[01]" : request.expected());
            }
        }
    }
}
