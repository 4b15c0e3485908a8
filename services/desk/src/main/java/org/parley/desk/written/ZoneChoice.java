package org.parley.desk.written;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A time zone to choose.
 *
 * @param id its name in the zone database
 * @param name its city and present offset: Madrid (UTC+2)
 */
public record ZoneChoice(String id, String name, boolean isChosen) {
    private static final List<String> OFFERED = List.of(
            "UTC",
            "America/New_York",
            "America/Bogota",
            "Europe/London",
            "Europe/Madrid",
            "Europe/Brussels",
            "Europe/Berlin",
            "Europe/Kyiv",
            "Europe/Istanbul",
            "Europe/Moscow",
            "Asia/Jerusalem",
            "Asia/Riyadh",
            "Asia/Dubai",
            "Asia/Shanghai");

    /** The zones of the places that negotiate most, and the chosen one. */
    public static List<ZoneChoice> of(ZoneId chosen, Instant now) {
        String chosenId = chosen.getId().equals("Z") ? "UTC" : chosen.getId();
        Set<String> ids = new LinkedHashSet<>();
        ids.add(chosenId);
        ids.addAll(OFFERED);
        return ids.stream()
                .map(id -> new ZoneChoice(id, name(ZoneId.of(id), now), id.equals(chosenId)))
                .toList();
    }

    /** The city of a zone: Madrid. */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String name(ZoneId zone, Instant now) {
        String offset = zone.getRules().getOffset(now).getId();
        String city = city(zone);
        return offset.equals("Z") ? city : city + " (UTC" + shortened(offset) + ")";
    }

    /** +02:00 as +2, and +05:30 as it is. */
    private static String shortened(String offset) {
        return offset.replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "").replace('-', '−');
    }
}
