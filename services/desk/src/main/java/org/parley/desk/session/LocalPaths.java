package org.parley.desk.session;

/** Checks redirect targets, to prevent open redirects. */
public final class LocalPaths {
    private LocalPaths() {}

    /** Whether an address is a path on this server. */
    public static boolean isOwn(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
