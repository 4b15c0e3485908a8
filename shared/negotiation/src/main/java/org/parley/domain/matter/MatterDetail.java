package org.parley.domain.matter;

/** What the state of a matter contains besides its status. Each kind has its own. */
public interface MatterDetail {}
