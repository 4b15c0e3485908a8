/** The API gateway at the desk's address, when ledger and archive run as separate processes. */
@NullMarked
package org.parley.desk.gateway;

import org.jspecify.annotations.NullMarked;
