package org.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class StreamPlacesTest {

    final StreamPlaces limiter = new StreamPlaces(5, 2);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    StreamPlaces.Place acquireAs(SignedIn caller) {
        SecurityContextHolder.getContext().setAuthentication(caller.authentication(SignInProof.ENDLESS, null));
        return limiter.take(new MockHttpServletRequest());
    }

    StreamPlaces.Place acquireFrom(String address) {
        SecurityContextHolder.clearContext();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return limiter.take(request);
    }

    @Test
    void limitsAccountTogetherWithItsTokens() {
        acquireAs(new SignedIn("anna", Role.EDITOR));
        StreamPlaces.Place second = acquireAs(new SignedIn("anna/feed", Role.EDITOR, Set.of(Scope.READ)));

        assertThatThrownBy(() -> acquireAs(new SignedIn("anna/other", Role.EDITOR, Set.of(Scope.READ))))
                .isInstanceOfSatisfying(NoPlaceException.class, refusal -> assertThat(refusal.isOfClient())
                        .isTrue());
        acquireAs(new SignedIn("oidc:anna/feed", Role.EDITOR));
        second.close();
        second.close();
        acquireAs(new SignedIn("anna/other", Role.EDITOR, Set.of(Scope.READ)));
        assertThat(limiter.taken()).isEqualTo(3);
    }

    @Test
    void limitsAddressWithoutAccount() {
        acquireFrom("2001:db8::1");
        acquireFrom("2001:db8::2");

        assertThatThrownBy(() -> acquireFrom("2001:db8::3")).isInstanceOf(NoPlaceException.class);
        acquireFrom("192.0.2.1");
    }

    @Test
    void limitsDeskByTotalOnly() {
        for (int n = 0; n < 5; n++) {
            acquireAs(Passes.DESK);
        }

        assertThatThrownBy(() -> acquireAs(new SignedIn("anna", Role.EDITOR)))
                .isInstanceOfSatisfying(NoPlaceException.class, refusal -> assertThat(refusal.isOfClient())
                        .isFalse());
        assertThat(limiter.taken()).isEqualTo(5);
    }
}
