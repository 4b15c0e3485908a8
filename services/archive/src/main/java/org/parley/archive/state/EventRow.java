package org.parley.archive.state;

import org.parley.contract.PublishedEvent;
import org.parley.history.Reach;

/** An event to fold, and where it makes a difference. */
record EventRow(PublishedEvent event, Reach reach) {}
