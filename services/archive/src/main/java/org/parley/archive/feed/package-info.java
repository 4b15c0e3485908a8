/** Feeds of a negotiation for readers and calendars: Atom, JSON Feed and iCalendar. */
@NullMarked
package org.parley.archive.feed;

import org.jspecify.annotations.NullMarked;
