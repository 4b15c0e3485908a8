package org.parley.archive.state.projection;

import org.parley.contract.PublishedEvent;
import org.parley.domain.history.AffectedInterval;

/** A stored event, with the interval of valid time that it affects. */
record StateEventRow(PublishedEvent event, AffectedInterval interval) {}
