/** Accounts and their passwords: the tables, the HTTP API, and the account that the first start creates. */
@NullMarked
package org.parley.access.account;

import org.jspecify.annotations.NullMarked;
