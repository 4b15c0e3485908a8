/** Real backing services for tests, and fixtures that a fault test can stop, kill and start again. */
@NullMarked
package org.parley.testkit;

import org.jspecify.annotations.NullMarked;
