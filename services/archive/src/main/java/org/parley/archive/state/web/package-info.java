/** States, histories, differences and TimeMaps over HTTP. */
@NullMarked
package org.parley.archive.state.web;

import org.jspecify.annotations.NullMarked;
