/** Command forms: every command has a form, whose dry run is shown as a preview before it is recorded. */
@NullMarked
package org.parley.desk.form;

import org.jspecify.annotations.NullMarked;
