package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tenants' files while the database is away. */
@OnTestbed
@Tag("full")
class AssetOutageIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Testbed testbed;

    AssetOutageIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @Test
    void what_is_in_memory_is_served_and_the_rest_is_refused_until_the_database_is_back() throws IOException {
        try (OwnServer own = OwnServer.start(testbed, "assets", plan -> plan);
                Operations operations = new Operations(own.server().managementPort());
                Pool pool = own.newPool(0)) {
            Uploads uploads = new Uploads(operations);
            uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());
            uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(500, "x"));
            assertThat(request(own, pool, "GET", "logo").status()).isEqualTo(200);

            own.postgres().kill();
            try {
                assertThat(request(own, pool, "GET", "logo").body()).isEqualTo(Uploads.gif());
                assertThat(request(own, pool, "HEAD", "slide").status()).isEqualTo(200);
                HttpAnswer away = request(own, pool, "GET", "slide");
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.header("Content-Type").orElseThrow()).startsWith("text/plain");
                assertThat(away.header("Retry-After")).isPresent();
                assertThat(away.header("ETag")).isEmpty();
            } finally {
                own.postgres().restart();
            }
            Awaitility.await()
                    .atMost(RECOVERY)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> request(own, pool, "GET", "slide").status() == 200);
        }
    }

    private static HttpAnswer request(OwnServer own, Pool pool, String method, String kind) throws IOException {
        return new RawHttp(own.server().httpPort())
                .send(method, "/b3lb/t/" + pool.tenant() + "/" + kind, List.of("Host: x"), new byte[0]);
    }
}
