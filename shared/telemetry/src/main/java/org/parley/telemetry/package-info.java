/** Telemetry of a service: metrics, health, traces, and the correlation id that joins its logs and events. */
@NullMarked
package org.parley.telemetry;

import org.jspecify.annotations.NullMarked;
