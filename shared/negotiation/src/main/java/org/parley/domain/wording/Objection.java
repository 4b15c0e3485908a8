package org.parley.domain.wording;

/**
 * The objection of a guard to an event, as a clause that names the party or thing it fails on. Built by
 * {@link SentenceNames#objection}, so that every guard has both languages.
 */
public record Objection(String clause) {}
