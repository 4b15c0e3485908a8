/** Command forms: every command has a form, whose dry run is shown as a preview before it is recorded. */
@NullMarked
package org.parley.desk.log;

import org.jspecify.annotations.NullMarked;
