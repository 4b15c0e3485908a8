/** Logging: a form for each command, tried before it is recorded. */
@NullMarked
package org.parley.desk.log;

import org.jspecify.annotations.NullMarked;
