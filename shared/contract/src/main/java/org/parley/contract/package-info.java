/** What leaves the house: type names, JSON, CloudEvents, schemas and canonical JSON, frozen per version. */
@NullMarked
package org.parley.contract;

import org.jspecify.annotations.NullMarked;
