/** Agreements: signed, ratified, in force, broken, ended, and the commitments undertaken in them. */
@NullMarked
package org.parley.agreement;

import org.jspecify.annotations.NullMarked;
