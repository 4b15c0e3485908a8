/** What all pages share: layout, links, the bitemporal point, messages and error pages. */
@NullMarked
package org.parley.desk.page;

import org.jspecify.annotations.NullMarked;
