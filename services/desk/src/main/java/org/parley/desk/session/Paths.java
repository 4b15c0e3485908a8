package org.parley.desk.session;

/** Where a page may send a browser on to. */
final class Paths {
    private Paths() {}

    /** Whether an address is a path of this server, and of no other. */
    static boolean isOwn(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
