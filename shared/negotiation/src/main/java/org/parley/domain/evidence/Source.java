package org.parley.domain.evidence;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;

/**
 * A source that reports a development.
 *
 * @param publisher the publisher, at most {@value #TEXT_MAX} characters
 * @param title the title, at most {@value org.parley.domain.matter.Development#TITLE_MAX} characters
 * @param url the address (http or https), or null
 * @param published when it was published, or null
 * @param author the author, or null
 * @param archived the address of an archived copy (http or https), or null
 */
public record Source(
        String publisher,
        String title,
        @Nullable URI url,
        @Nullable Edtf published,
        @Nullable String author,
        @Nullable URI archived) {
    /** The longest publisher and author, in characters. */
    public static final int TEXT_MAX = 300;

    public Source(String publisher, String title) {
        this(publisher, title, null, null, null, null);
    }
}
