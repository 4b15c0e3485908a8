/** The trail over HTTP, as JSON, NDJSON and CSV. */
@NullMarked
package org.parley.archive.trail.web;

import org.jspecify.annotations.NullMarked;
