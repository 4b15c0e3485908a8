/** The state of a whole negotiation: its matters, the parties' stances on questions, the packages of guarantees. */
@NullMarked
package org.parley.domain.state;

import org.jspecify.annotations.NullMarked;
