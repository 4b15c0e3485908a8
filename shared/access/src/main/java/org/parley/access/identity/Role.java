package org.parley.access.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The role of an account; each role includes the ones before it. */
public enum Role {
    /** May read. */
    READER,
    /** Records developments. */
    EDITOR,
    /** Manages accounts, rebuilds projections, and operates the services. */
    CHIEF;

    /** Whether this role is {@code other} or one above it. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** This role and all that it includes, as {@code ROLE_…}, so that Spring's own checks respect the hierarchy. */
    List<GrantedAuthority> authorities() {
        return Stream.of(values())
                .filter(this::includes)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
