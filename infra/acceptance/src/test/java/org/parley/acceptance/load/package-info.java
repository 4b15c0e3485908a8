/** Load on the services: editors, readers and subscribers that continue through faults, and the responses they get. */
@NullMarked
package org.parley.acceptance.load;

import org.jspecify.annotations.NullMarked;
