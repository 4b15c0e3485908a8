package org.parley.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What an account may do; each role includes those before it. */
public enum Role {
    /** Reads. */
    READER,
    /** Records developments. */
    EDITOR,
    /** Answers for the trail: accounts, rebuilds, operations. */
    CHIEF;

    /** Whether an account with this role may do what needs {@code other}. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** This role and all it includes, as {@code ROLE_…}, so that Spring's own checks follow the hierarchy. */
    List<GrantedAuthority> authorities() {
        return Stream.of(values())
                .filter(this::includes)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
