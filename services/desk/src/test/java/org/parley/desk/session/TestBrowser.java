package org.parley.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A minimal browser: keeps cookies and sends forms with their CSRF token. */
final class TestBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** The address and content of the current page. */
    record VisitedPage(HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        String body() {
            return answer.body();
        }

        URI at() {
            return answer.uri();
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        /** The target of a redirect. */
        URI location() {
            return at().resolve(header("Location"));
        }

        boolean isSentOn() {
            return status() / 100 == 3;
        }
    }

    /** Sends a GET without following redirects. */
    VisitedPage step(URI to) {
        return send(HttpRequest.newBuilder(to).header("Accept", "text/html").build());
    }

    /** Sends a GET with the given token, as a program does. */
    VisitedPage withBearer(URI to, String token) {
        return send(HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Sends a GET and follows redirects. */
    VisitedPage go(URI to) {
        return follow(step(to));
    }

    VisitedPage follow(VisitedPage seen) {
        return seen.isSentOn() ? go(seen.location()) : seen;
    }

    /** Submits a form of the current page, without following redirects. */
    VisitedPage submit(VisitedPage page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page.at() + ": " + page.body());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8) + "&")
                .collect(Collectors.joining("", "", "_csrf=" + URLEncoder.encode(token.group(1), UTF_8)));
        return send(HttpRequest.newBuilder(page.at().resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The value of a cookie; empty without it. */
    String cookie(URI of, String name) {
        return cookies.getCookieStore().get(of).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .collect(Collectors.joining());
    }

    private VisitedPage send(HttpRequest request) {
        try {
            return new VisitedPage(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
