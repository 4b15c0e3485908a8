package org.parley.matter;

/** What a matter's state holds beyond its status; each kind has its own. */
public interface Detail {}
