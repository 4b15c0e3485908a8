/** HTTP rules for all endpoints: query parameters, content negotiation, request sizes, and client addresses. */
@NullMarked
package org.parley.access.http;

import org.jspecify.annotations.NullMarked;
