package org.parley.archive.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which of the forms that an answer has is wanted. */
public final class Accepted {
    private Accepted() {}

    /**
     * The form wanted most.
     *
     * @param accept the header
     * @param forms the first is preferred where several are as welcome
     */
    public static String of(@Nullable String accept, List<String> forms) {
        if (accept == null || accept.isBlank()) {
            return forms.get(0);
        }
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .flatMap(type -> forms.stream().filter(form -> type.includes(MediaType.parseMediaType(form))))
                .findFirst()
                .orElse(forms.get(0));
    }
}
