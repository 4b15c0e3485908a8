package org.parley.domain.matter;

/** The short name of a commitment or a package of guarantees: a slug. */
public record ShortName(String text) {
    public ShortName {
        Slug.require(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
