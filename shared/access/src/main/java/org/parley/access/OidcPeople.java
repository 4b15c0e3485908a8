package org.parley.access;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is that a provider vouches for: their name from one claim, their role from another.
 *
 * <p>The name in the trail begins with {@value #PREFIX}. No local account's name can, so nobody becomes the account
 * {@code chief} by being called so at the provider.
 */
final class OidcPeople {

    static final String PREFIX = "oidc:";

    /** What can be read in a trail: no control characters, and nothing that turns the direction of what follows. */
    private static final Pattern NAME = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]([\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{0,126}[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])?");

    private final OidcProperties properties;

    OidcPeople(OidcProperties properties) {
        this.properties = properties;
    }

    /**
     * The person of these claims.
     *
     * @throws NotAdmitted if they name none, or one without a role here
     */
    SignedIn of(Map<String, Object> claims) {
        String name = name(claims);
        List<String> given = texts(at(claims, properties.rolesClaim()));
        Role role = given.stream()
                .map(properties.roles()::get)
                .filter(Objects::nonNull)
                .max(Role::compareTo)
                .orElseThrow(() -> new NotAdmitted("The provider knows you as '" + name + "', but none of your roles"
                        + " there counts here. It takes one of " + known() + " in the claim '"
                        + properties.rolesClaim() + "'."));
        return new SignedIn(PREFIX + name, role);
    }

    private String name(Map<String, Object> claims) {
        String name = at(claims, properties.nameClaim()) instanceof String text
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                : "";
        if (!NAME.matcher(name).matches()) {
            throw new NotAdmitted("The provider does not name you: its claim '" + properties.nameClaim()
                    + "' is missing, or no name of 1 to 128 characters.");
        }
        return name;
    }

    private String known() {
        return String.join(", ", properties.roles().keySet().stream().sorted().toList());
    }

    /** The claim of this very name, dots and all, or else what the path leads to. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }

    private static List<String> texts(@Nullable Object claim) {
        Stream<?> all = claim instanceof Collection<?> many ? many.stream() : Optional.ofNullable(claim).stream();
        return all.filter(String.class::isInstance).map(String.class::cast).toList();
    }
}
