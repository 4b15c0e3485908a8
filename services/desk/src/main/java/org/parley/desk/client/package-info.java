/** HTTP clients of the ledger and the archive, which call the services as the signed-in user. */
@NullMarked
package org.parley.desk.client;

import org.jspecify.annotations.NullMarked;
