package org.parley.acceptance.check;

import java.util.List;

/**
 * One way by which a negotiation's developments come out, in the order in which they did.
 *
 * @param name such as 'Kafka'
 * @param mayRepeat whether what was there before may come again (at least once), or comes exactly once
 */
public record Channel(String name, boolean mayRepeat, List<Seen> entries) {}
