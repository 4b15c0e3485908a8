/** Votes of councils, legislatures, electorates and party congresses. */
@NullMarked
package org.parley.domain.vote;

import org.jspecify.annotations.NullMarked;
