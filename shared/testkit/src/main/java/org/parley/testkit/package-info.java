/** Real backing services for tests, and fixtures that a fault test can stop, kill and restart. */
@NullMarked
package org.parley.testkit;

import org.jspecify.annotations.NullMarked;
