/** Tests of the services in containers: the operators' tour and fault injection. */
@NullMarked
package org.parley.acceptance;

import org.jspecify.annotations.NullMarked;
