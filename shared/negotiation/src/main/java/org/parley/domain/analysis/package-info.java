/** What analysts count and compare: effective developments as rows, the parties that they name, statuses over time. */
@NullMarked
package org.parley.domain.analysis;

import org.jspecify.annotations.NullMarked;
