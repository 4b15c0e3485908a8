/** The one schema of the analysts' tables, from which come their columns, the codebook and the Table Schemas. */
@NullMarked
package org.parley.archive.table.schema;

import org.jspecify.annotations.NullMarked;
