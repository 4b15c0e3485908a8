package org.parley.archive.state;

import org.parley.contract.PublishedEvent;
import org.parley.history.Reach;

/** A stored event, with the interval of valid time that it affects. */
record EventRow(PublishedEvent event, Reach reach) {}
