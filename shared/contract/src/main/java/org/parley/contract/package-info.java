/** Published events: CloudEvents, event type names, and the canonical JSON of developments. Frozen per version. */
@NullMarked
package org.parley.contract;

import org.jspecify.annotations.NullMarked;
