/** Questions that parties take positions on, and the shifts of those positions. */
@NullMarked
package org.parley.domain.question;

import org.jspecify.annotations.NullMarked;
