package org.parley.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.parley.access.identity.VerifiedCredential;
import org.parley.access.pass.InternalJwtService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class StreamLimiterTest {

    final StreamLimiter limiter = new StreamLimiter(5, 2);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    StreamLimiter.Permit acquireAs(ParleyPrincipal caller) {
        SecurityContextHolder.getContext()
                .setAuthentication(caller.toAuthentication(VerifiedCredential.PERMANENT, null));
        return limiter.acquire(new MockHttpServletRequest());
    }

    StreamLimiter.Permit acquireFrom(String address) {
        SecurityContextHolder.clearContext();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return limiter.acquire(request);
    }

    @Test
    void limitsAccountTogetherWithItsTokens() {
        acquireAs(new ParleyPrincipal("anna", Role.EDITOR));
        StreamLimiter.Permit second = acquireAs(new ParleyPrincipal("anna/feed", Role.EDITOR, Set.of(Scope.READ)));

        assertThatThrownBy(() -> acquireAs(new ParleyPrincipal("anna/other", Role.EDITOR, Set.of(Scope.READ))))
                .isInstanceOfSatisfying(StreamLimitException.class, refusal -> assertThat(refusal.isClientLimit())
                        .isTrue());
        acquireAs(new ParleyPrincipal("oidc:anna/feed", Role.EDITOR));
        second.close();
        second.close();
        acquireAs(new ParleyPrincipal("anna/other", Role.EDITOR, Set.of(Scope.READ)));
        assertThat(limiter.openStreams()).isEqualTo(3);
    }

    @Test
    void limitsAddressWithoutAccount() {
        acquireFrom("2001:db8::1");
        acquireFrom("2001:db8::2");

        assertThatThrownBy(() -> acquireFrom("2001:db8::3")).isInstanceOf(StreamLimitException.class);
        acquireFrom("192.0.2.1");
    }

    @Test
    void limitsDeskByTotalOnly() {
        for (int n = 0; n < 5; n++) {
            acquireAs(InternalJwtService.DESK);
        }

        assertThatThrownBy(() -> acquireAs(new ParleyPrincipal("anna", Role.EDITOR)))
                .isInstanceOfSatisfying(StreamLimitException.class, refusal -> assertThat(refusal.isClientLimit())
                        .isFalse());
        assertThat(limiter.openStreams()).isEqualTo(5);
    }
}
