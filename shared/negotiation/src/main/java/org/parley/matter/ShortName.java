package org.parley.matter;

/** The short name of something within a matter or of a package of matters: a slug. */
public record ShortName(String text) {
    public ShortName {
        Slug.require(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
