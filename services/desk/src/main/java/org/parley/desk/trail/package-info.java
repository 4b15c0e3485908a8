/** The audit trail page with search, filters and downloads. */
@NullMarked
package org.parley.desk.trail;

import org.jspecify.annotations.NullMarked;
