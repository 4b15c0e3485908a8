/** The negotiation itself as a matter: its lifecycle and its parties. */
@NullMarked
package org.parley.process;

import org.jspecify.annotations.NullMarked;
