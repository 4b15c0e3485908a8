/** The verifiable trail: its export, its tree, and what is signed and proven of it. */
@NullMarked
package org.parley.archive.proof;

import org.jspecify.annotations.NullMarked;
