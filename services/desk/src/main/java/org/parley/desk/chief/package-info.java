/** The operations pages of a chief: projections and accounts. */
@NullMarked
package org.parley.desk.chief;

import org.jspecify.annotations.NullMarked;
