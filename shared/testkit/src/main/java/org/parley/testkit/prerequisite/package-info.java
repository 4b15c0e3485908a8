/** What tests need of the machine that they run on, and what becomes of them where it is missing. */
@NullMarked
package org.parley.testkit.prerequisite;

import org.jspecify.annotations.NullMarked;
