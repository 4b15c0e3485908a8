/** Evidence: the sources of a development and how far they are believed. */
@NullMarked
package org.parley.evidence;

import org.jspecify.annotations.NullMarked;
