/** Access to the services over HTTP: accounts, authentication, authorization, and the limits of every request. */
@NullMarked
package org.parley.access;

import org.jspecify.annotations.NullMarked;
