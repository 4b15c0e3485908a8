package org.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class StreamPlacesTest {

    final StreamPlaces places = new StreamPlaces(5, 2);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    StreamPlaces.Place take(SignedIn who) {
        SecurityContextHolder.getContext().setAuthentication(who.authentication(SignInProof.ENDLESS, null));
        return places.take(new MockHttpServletRequest());
    }

    StreamPlaces.Place takeFrom(String address) {
        SecurityContextHolder.clearContext();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return places.take(request);
    }

    @Test
    void anAccountAndAllItsTokensHaveTheirShareAndNoMore() {
        take(new SignedIn("anna", Role.EDITOR));
        StreamPlaces.Place second = take(new SignedIn("anna/feed", Role.EDITOR, Set.of(Scope.READ)));

        assertThatThrownBy(() -> take(new SignedIn("anna/other", Role.EDITOR, Set.of(Scope.READ))))
                .isInstanceOfSatisfying(NoPlaceException.class, refusal -> assertThat(refusal.isOfClient())
                        .isTrue());
        take(new SignedIn("oidc:anna/feed", Role.EDITOR));
        second.close();
        second.close();
        take(new SignedIn("anna/other", Role.EDITOR, Set.of(Scope.READ)));
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void withoutAnAccountItIsTheAddressThatHasAShare() {
        takeFrom("2001:db8::1");
        takeFrom("2001:db8::2");

        assertThatThrownBy(() -> takeFrom("2001:db8::3")).isInstanceOf(NoPlaceException.class);
        takeFrom("192.0.2.1");
    }

    @Test
    void theDeskIsBoundedByTheWholeAlone() {
        for (int n = 0; n < 5; n++) {
            take(Passes.DESK);
        }

        assertThatThrownBy(() -> take(new SignedIn("anna", Role.EDITOR)))
                .isInstanceOfSatisfying(NoPlaceException.class, refusal -> assertThat(refusal.isOfClient())
                        .isFalse());
        assertThat(places.taken()).isEqualTo(5);
    }
}
