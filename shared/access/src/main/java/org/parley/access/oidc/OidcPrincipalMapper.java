package org.parley.access.oidc;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;

/**
 * Maps the claims of a provider to a principal: the name from one claim, the role from another.
 *
 * <p>The name in the trail begins with {@value #PREFIX}. The name of a local account cannot, so a provider's user named
 * {@code chief} is never mistaken for the account {@code chief}.
 */
public final class OidcPrincipalMapper {

    public static final String PREFIX = "oidc:";

    /** Names that are legible in the trail: no control characters, and none that change the text direction. */
    private static final Pattern NAME = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]([\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{0,126}[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])?");

    private final OidcProperties properties;

    OidcPrincipalMapper(OidcProperties properties) {
        this.properties = properties;
    }

    /**
     * The principal for these claims.
     *
     * @throws ExternalPrincipalRejectedException if they contain no valid name or no known role
     */
    ParleyPrincipal toPrincipal(Map<String, Object> claims) {
        String name = name(claims);
        List<String> claimed = texts(claim(claims, properties.rolesClaim()));
        Role role = claimed.stream()
                .map(properties.roles()::get)
                .filter(Objects::nonNull)
                .max(Role::compareTo)
                .orElseThrow(() -> new ExternalPrincipalRejectedException(
                        "The provider knows you as '" + name + "', but none of your roles"
                                + " there counts here. You need one of " + acceptedRoles() + " in the claim '"
                                + properties.rolesClaim() + "'.",
                        "El proveedor lo conoce como «" + name + "», pero ninguna de sus funciones allí vale aquí."
                                + " Necesita una de estas: " + acceptedRoles() + ", en el dato «"
                                + properties.rolesClaim() + "»."));
        return new ParleyPrincipal(PREFIX + name, role);
    }

    private String name(Map<String, Object> claims) {
        String name = claim(claims, properties.nameClaim()) instanceof String text
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                : "";
        if (!NAME.matcher(name).matches()) {
            throw new ExternalPrincipalRejectedException(
                    "The provider does not name you: its claim '" + properties.nameClaim()
                            + "' is missing, or is not a name of 1 to 128 characters.",
                    "El proveedor no da su nombre: el dato «" + properties.nameClaim()
                            + "» falta o no es un nombre de 1 a 128 caracteres.");
        }
        return name;
    }

    private String acceptedRoles() {
        return String.join(", ", properties.roles().keySet().stream().sorted().toList());
    }

    /** The claim with exactly this name, dots included; otherwise the nested claim at this path. */
    private static @Nullable Object claim(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, path.substring(dot + 1))
                : null;
    }

    private static List<String> texts(@Nullable Object claim) {
        Stream<?> all = claim instanceof Collection<?> many ? many.stream() : Optional.ofNullable(claim).stream();
        return all.filter(String.class::isInstance).map(String.class::cast).toList();
    }
}
