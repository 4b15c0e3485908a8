/** The HTTP client for a Parley server, and the exception for what it refuses. */
@NullMarked
package org.parley.cli.server;

import org.jspecify.annotations.NullMarked;
