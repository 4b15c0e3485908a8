/** Security guarantees: proposed, endorsed, objected to, contributed to, agreed, invoked. */
@NullMarked
package org.parley.guarantee;

import org.jspecify.annotations.NullMarked;
