/** What all pages share: the moment one looks at, the words of a language, errors told as pages. */
@NullMarked
package org.parley.desk.page;

import org.jspecify.annotations.NullMarked;
