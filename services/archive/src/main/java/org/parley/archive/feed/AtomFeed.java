package org.parley.archive.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Verifier;
import org.parley.domain.language.Language;

/**
 * Writes a page of a feed as Atom.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005, Feed Paging and Archiving</a>
 */
final class AtomFeed {
    static final String TYPE = "application/atom+xml";

    private static final String VERSION = "atom_1.0";

    private AtomFeed() {}

    static String of(FeedPage page, FeedLinks links, Language language) {
        Feed feed = new Feed(VERSION);
        feed.setEncoding("UTF-8");
        feed.setId(links.id());
        feed.setTitle(text(page.title()));
        feed.setUpdated(Date.from(page.updated()));
        Person newsroom = new Person();
        newsroom.setName(language == Language.SPANISH ? "La redacción" : "The newsroom");
        feed.setAuthors(List.of(newsroom));
        Generator generator = new Generator();
        generator.setValue("Parley");
        feed.setGenerator(generator);
        feed.setAlternateLinks(List.of(link("alternate", "text/html", links.page())));
        List<Link> others = new ArrayList<>(List.of(link("self", TYPE, links.self())));
        String next = links.next(page.next());
        if (next != null) {
            others.add(link("next", TYPE, next));
        }
        feed.setOtherLinks(others);
        feed.setEntries(page.items().stream().map(item -> entry(item, links)).toList());
        try {
            return new WireFeedOutput().outputString(feed, true);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed of " + links.self() + " cannot be written", e);
        }
    }

    private static Entry entry(FeedItem item, FeedLinks links) {
        Entry entry = new Entry();
        entry.setId(FeedLinks.urn(item.id()));
        entry.setTitle(text(item.title()));
        entry.setPublished(Date.from(item.published()));
        entry.setUpdated(Date.from(item.updated()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", links.entry(item.id()))));
        if (item.about() != null) {
            entry.setOtherLinks(List.of(link("related", "text/html", links.entry(item.about()))));
        }
        entry.setCategories(item.tags().stream().map(AtomFeed::category).toList());
        Content content = new Content();
        content.setType(Content.TEXT);
        content.setValue(text(item.text()));
        entry.setContents(List.of(content));
        return entry;
    }

    private static Category category(String term) {
        Category category = new Category();
        category.setTerm(text(term));
        return category;
    }

    private static Link link(String rel, String type, String href) {
        Link link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(href);
        return link;
    }

    /** The text with a mark in place of each character that XML cannot contain, such as a control character. */
    private static String text(String text) {
        return text.codePoints()
                .map(each -> Verifier.isXMLCharacter(each) ? each : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
