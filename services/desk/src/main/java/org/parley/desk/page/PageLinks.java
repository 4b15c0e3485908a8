package org.parley.desk.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.desk.client.BitemporalPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Builds the links of a page. Every link keeps the page's negotiation and bitemporal point.
 *
 * @param negotiation the negotiation's slug
 * @param moment the bitemporal point that the page shows
 * @param otherParameters the page's other query parameters, such as a search or a range of days
 */
public record PageLinks(String negotiation, BitemporalPoint moment, Map<String, List<String>> otherParameters) {

    /** The links of a negotiation's pages as of now. */
    public static PageLinks of(String negotiation) {
        return new PageLinks(negotiation, BitemporalPoint.NOW, Map.of());
    }

    /** A page of this negotiation at this bitemporal point: {@code to("trail", "kind", "ceasefire")}. */
    public String to(String page, Object... parameters) {
        return address(page, moment, parameters);
    }

    /** The same as of now, for pages that record something. */
    public String now(String page, Object... parameters) {
        return address(page, BitemporalPoint.NOW, parameters);
    }

    /** A page of this negotiation at another bitemporal point. */
    public String at(BitemporalPoint other, String page, Object... parameters) {
        return address(page, other, parameters);
    }

    public String matter(String kind, String matter) {
        return to("matters/" + kind + "/" + matter);
    }

    public String entry(String id) {
        return to("entries/" + id);
    }

    /** This page at another day on one axis; the other axis and the other parameters stay. */
    public String travel(String axis, Object day) {
        return again(
                axis.equals("asOf")
                        ? new BitemporalPoint(day.toString(), moment.knownAt())
                        : new BitemporalPoint(moment.asOf(), day.toString()));
    }

    /** This page as of now. */
    public String toNow() {
        String again = again(BitemporalPoint.NOW);
        return again.isEmpty() ? "?" : again;
    }

    private String again(BitemporalPoint target) {
        Map<String, Object> all = new LinkedHashMap<>(otherParameters);
        all.putAll(target.parameters());
        return address("", all);
    }

    private String address(String page, BitemporalPoint at, Object... parameters) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            all.put(parameters[i].toString(), parameters[i + 1]);
        }
        all.putAll(at.parameters());
        return address("/n/" + negotiation + (page.isEmpty() ? "" : "/" + page), all);
    }

    /** An address with query parameters; those that are null or blank are left out. */
    public static String address(String path, Map<String, ?> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        // Names and values may come from a request. Both are URI variables, so that both are encoded.
        List<Object> variables = new ArrayList<>();
        parameters.forEach((name, value) -> {
            for (Object one : value instanceof List<?> list ? list : Arrays.asList(value)) {
                if (one != null && !one.toString().isBlank()) {
                    uri.queryParam("{name" + variables.size() + "}", "{value" + variables.size() + "}");
                    variables.add(name);
                    variables.add(one);
                }
            }
        });
        return uri.encode().buildAndExpand(variables.toArray()).toUriString();
    }
}
