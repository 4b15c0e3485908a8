/** The API at the desk's own address, passed on to ledger and archive where they are programs of their own. */
@NullMarked
package org.parley.desk.gateway;

import org.jspecify.annotations.NullMarked;
