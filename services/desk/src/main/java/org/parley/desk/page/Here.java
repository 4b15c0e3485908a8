package org.parley.desk.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.desk.api.Moment;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The negotiation and the moment that a page is about: every address that a page links to is made here, so that none
 * forgets the moment.
 */
public record Here(String negotiation, Moment moment) {

    /** A page of this negotiation at this moment: {@code to("trail", "kind", "ceasefire")}. */
    public String to(String page, Object... parameters) {
        return address(page, moment, parameters);
    }

    /** The same, of now: what is recorded is recorded now. */
    public String now(String page, Object... parameters) {
        return address(page, Moment.NOW, parameters);
    }

    /** A page of this negotiation at another moment. */
    public String at(Moment other, String page, Object... parameters) {
        return address(page, other, parameters);
    }

    public String matter(String kind, String matter) {
        return to("matters/" + kind + "/" + matter);
    }

    public String entry(String id) {
        return to("entries/" + id);
    }

    /** This page at another day of one axis; the other axis stays. */
    public String travel(String axis, Object day) {
        Moment there = axis.equals("asOf")
                ? new Moment(day.toString(), moment.knownAt())
                : new Moment(moment.asOf(), day.toString());
        return address("", there.parameters());
    }

    private String address(String page, Moment at, Object... parameters) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            all.put(parameters[i].toString(), parameters[i + 1]);
        }
        all.putAll(at.parameters());
        return address("/n/" + negotiation + (page.isEmpty() ? "" : "/" + page), all);
    }

    /** An address with parameters; those that are null or blank are left out. */
    public static String address(String path, Map<String, ?> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            List<?> each = value instanceof List<?> list ? list : Arrays.asList(value);
            for (int i = 0; i < each.size(); i++) {
                Object one = each.get(i);
                if (one != null && !one.toString().isBlank()) {
                    uri.queryParam(name, "{" + name + "-" + i + "}");
                    values.put(name + "-" + i, one);
                }
            }
        });
        return uri.encode().buildAndExpand(values).toUriString();
    }
}
