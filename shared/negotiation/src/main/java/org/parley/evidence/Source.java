package org.parley.evidence;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.time.Edtf;

/**
 * Where a development is reported.
 *
 * @param publisher who published it, at most {@value #TEXT_MAX} characters
 * @param title what it is called, at most {@value #TEXT_MAX} characters
 * @param url where it was found (http or https), or null
 * @param published when it was published, or null
 * @param author who wrote it, or null
 * @param archived where a copy is kept (http or https), or null
 */
public record Source(
        String publisher,
        String title,
        @Nullable URI url,
        @Nullable Edtf published,
        @Nullable String author,
        @Nullable URI archived) {
    /** The longest publisher, title and author, in characters. */
    public static final int TEXT_MAX = 300;

    public Source(String publisher, String title) {
        this(publisher, title, null, null, null, null);
    }
}
