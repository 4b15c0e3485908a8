/** What a service tells of itself: who may read its metrics, the id that joins its logs and events, its traces. */
@NullMarked
package org.parley.telemetry;

import org.jspecify.annotations.NullMarked;
