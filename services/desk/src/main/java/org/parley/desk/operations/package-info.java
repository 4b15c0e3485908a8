/** The operations pages of a chief: projections and accounts. */
@NullMarked
package org.parley.desk.operations;

import org.jspecify.annotations.NullMarked;
