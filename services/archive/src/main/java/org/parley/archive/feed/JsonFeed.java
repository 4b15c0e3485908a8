package org.parley.archive.feed;

import org.parley.archive.trail.query.TrailEntry;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.language.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a page of a feed as JSON Feed.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed Version 1.1</a>
 */
final class JsonFeed {
    static final String TYPE = "application/feed+json";

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeed() {}

    static byte[] of(FeedPage page, FeedLinks links, Language language) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("title", page.title());
        json.put("home_page_url", links.page());
        json.put("feed_url", links.self());
        String next = links.next(page.next());
        if (next != null) {
            json.put("next_url", next);
        }
        json.put("language", language.locale().toLanguageTag());
        ArrayNode items = json.putArray("items");
        page.items().forEach(item -> items.add(item(item, links)));
        return Json.MAPPER.writeValueAsBytes(json);
    }

    private static ObjectNode item(FeedItem item, FeedLinks links) {
        TrailEntry entry = item.entry();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", FeedLinks.urn(item.id()));
        json.put("url", links.entry(item.id()));
        json.put("title", item.title());
        json.put("content_text", item.text());
        json.put("date_published", PublishedEvent.time(item.published()));
        json.put("date_modified", PublishedEvent.time(item.updated()));
        item.tags().forEach(json.putArray("tags")::add);
        ObjectNode own = json.putObject("_parley");
        own.put("kind", entry.event().subject().kind().slug());
        own.put("matter", entry.event().subject().slug());
        own.put("type", entry.event().type().event());
        if (entry.event().occurred() != null) {
            own.put("occurred", entry.event().occurred());
        }
        if (item.about() != null) {
            own.put("targets", item.about().toString());
        }
        entry.parties().forEach(own.putArray("parties")::add);
        return json;
    }
}
