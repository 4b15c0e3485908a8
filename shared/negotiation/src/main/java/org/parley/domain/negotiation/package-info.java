/** The negotiation itself as a matter: its lifecycle and its parties. */
@NullMarked
package org.parley.domain.negotiation;

import org.jspecify.annotations.NullMarked;
