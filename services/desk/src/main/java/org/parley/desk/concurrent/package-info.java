/** Questions of a page that are asked at the same time. */
@NullMarked
package org.parley.desk.concurrent;

import org.jspecify.annotations.NullMarked;
