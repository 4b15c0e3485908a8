package org.parley.desk.session;

/** Checks redirect targets, to prevent open redirects. */
final class LocalPaths {
    private LocalPaths() {}

    /** Whether an address is a path on this server. */
    static boolean isOwn(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
