package dev.b3lb.web.login;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.b3lb.management.Caller;
import dev.b3lb.user.AdminRole;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who has logged in to send this request. */
@RequestScoped
public class LoggedIn {

    private final HttpServletRequest request;

    @Inject
    LoggedIn(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Who it is, as operations want to know it.
     *
     * @throws IllegalStateException when nobody is logged in, which {@link AdminGate} does not let happen
     */
    public Caller caller(Caller.Door door) {
        Principal user = Optional.ofNullable(request.getUserPrincipal())
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
        return new Caller(user.getName(), roles(), door);
    }

    private Set<String> roles() {
        return Stream.of(AdminRole.values())
                .map(AdminRole::word)
                .filter(request::isUserInRole)
                .collect(toUnmodifiableSet());
    }
}
