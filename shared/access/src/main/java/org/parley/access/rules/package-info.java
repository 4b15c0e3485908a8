/** Authorization: who may send which request, and how a refusal is answered. */
@NullMarked
package org.parley.access.rules;

import org.jspecify.annotations.NullMarked;
