/** The services in containers: what the operators' pages show, and faults. */
@NullMarked
package org.parley.acceptance;

import org.jspecify.annotations.NullMarked;
