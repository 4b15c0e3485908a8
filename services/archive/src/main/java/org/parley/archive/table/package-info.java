/** What analysts download: the table of developments, its edges and panel, the network of parties, counts, the codebook. */
@NullMarked
package org.parley.archive.table;

import org.jspecify.annotations.NullMarked;
