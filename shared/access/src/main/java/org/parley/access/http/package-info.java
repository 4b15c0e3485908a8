/** What every address has in common: which parameters it takes, in which form it answers, and how it says that it cannot. */
@NullMarked
package org.parley.access.http;

import org.jspecify.annotations.NullMarked;
