/** Prerequisites of tests on the machine, and what happens to the tests if one is missing. */
@NullMarked
package org.parley.testkit.prerequisite;

import org.jspecify.annotations.NullMarked;
