package dev.b3lb.web.peer;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/**
 * Tells pages of ours from those of others by the Origin that browsers send along: ours have scheme, host and port that
 * the request itself was sent to, or those of {@code B3LB_PUBLIC_URL}, since a proxy may keep the former to itself.
 */
@ApplicationScoped
public class OwnOrigins {

    private final Peers peers;
    private final String publicOrigin;

    @Inject
    public OwnOrigins(Peers peers, Settings settings) {
        this.peers = peers;
        URI url = settings.publicUrl();
        this.publicOrigin = withoutUsualPort(url.getScheme() + "://" + url.getRawAuthority());
    }

    /**
     * Whether a page of ours sent a request.
     *
     * @param origin the Origin header; {@code null}, as the header has it for pages that have none, is nobody's
     */
    public boolean include(String origin, HttpServletRequest request) {
        String given = withoutUsualPort(origin);
        return given.equals(publicOrigin)
                || given.equals(withoutUsualPort(peers.scheme(request) + "://" + peers.hostAndPort(request)));
    }

    private static String withoutUsualPort(String origin) {
        String plain = origin.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("https://")) {
            return plain.replaceFirst(":443$", "");
        }
        return plain.startsWith("http://") ? plain.replaceFirst(":80$", "") : plain;
    }
}
