/** JSON Schemas of commands, events and states, made from the domain types; commands are validated against the same schemas. */
@NullMarked
package org.parley.contract.schema;

import org.jspecify.annotations.NullMarked;
