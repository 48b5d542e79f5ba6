package dev.b3lb.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import dev.b3lb.user.AdminRole;
import dev.b3lb.user.LoginThrottle;
import dev.b3lb.user.TooManyLoginsException;
import dev.b3lb.web.api.FakeRequest;
import dev.b3lb.web.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLoginTest {

    private final HeaderLogin logins = new SomeLogins()
            .with("ada", AdminRole.VIEWER)
            .with("scraper", AdminRole.METRICS)
            .with("nobody")
            .logIn();

    private HeaderLogin.Outcome logIn(String authorization) {
        return logins.logIn(
                FakeRequest.get().header("Authorization", authorization).asServlet());
    }

    private static void assertUnknown(HeaderLogin.Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(HeaderLogin.Refused.class, refused -> assertThat(refused.refusal())
                .isInstanceOf(Refusal.Unknown.class));
    }

    @Test
    void a_password_and_a_token_log_in() {
        assertThat(logIn(SomeLogins.basic("ada", "ada's"))).isInstanceOf(HeaderLogin.Entered.class);
        assertThat(logIn("Bearer b3lb_ada")).isInstanceOf(HeaderLogin.Entered.class);
    }

    @ParameterizedTest
    @CsvSource({"ada, true", "scraper, true", "nobody, false"})
    void a_log_in_has_what_its_roles_include(String name, boolean readsMetrics) {
        HeaderLogin.Entered entered = (HeaderLogin.Entered) logIn("Bearer b3lb_" + name);

        assertThat(entered.includes(AdminRole.METRICS)).isEqualTo(readsMetrics);
        assertThat(entered.includes(AdminRole.OPERATOR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOmJvYg==", "Bearer b3lb_bob", "Basic", "b3lb_ada", "Digest x"})
    void nothing_else_does(String authorization) {
        assertUnknown(logIn(authorization));
    }

    @Test
    void a_request_that_shows_nothing_is_told_what_to_show() {
        assertThat(logins.logIn(FakeRequest.get().asServlet()))
                .isEqualTo(new HeaderLogin.Refused(Refusal.NOTHING_SHOWN));
    }

    @Test
    void whoever_cannot_be_checked_now_is_told_to_come_again() {
        HeaderLogin busy = new HeaderLogin(
                credential -> {
                    throw new TooManyLoginsException();
                },
                new LoginThrottle(() -> 0),
                new Peers(SomeSettings.with()));

        assertThat(busy.logIn(FakeRequest.get()
                        .header("Authorization", SomeLogins.basic("ada", "x"))
                        .asServlet()))
                .isEqualTo(new HeaderLogin.Refused(new Refusal.Busy()));
    }
}
