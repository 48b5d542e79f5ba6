package dev.b3lb.it;

import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One more tenant that may use the nodes of a pool, and goes with it. */
final class SecondTenant implements AutoCloseable {

    private final Testbed testbed;
    private final String slug;
    private final String secret;

    private SecondTenant(Testbed testbed, String slug, String secret) {
        this.testbed = testbed;
        this.slug = slug;
        this.secret = secret;
    }

    static SecondTenant in(Testbed testbed, Pool pool) {
        return in(testbed, pool, Map.of());
    }

    /** The same with further parameters of addtenant. */
    static SecondTenant in(Testbed testbed, Pool pool, Map<String, String> more) {
        String slug = testbed.names().tenant();
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("slug", slug);
        parameters.put("cluster-group", pool.group());
        testbed.operations().call("addtenant", parameters);
        pool.alsoTake(slug);
        String secret = testbed.operations()
                .call("addsecrets", Map.of("tenant-slug", slug, "sub-id", "0"))
                .get(slug + "-000")
                .asString();
        return new SecondTenant(testbed, slug, secret);
    }

    String slug() {
        return slug;
    }

    BbbClient client() {
        return BbbClient.byPath(
                testbed.server().httpPort(), Testbed.BASE_DOMAIN, slug.toLowerCase(Locale.ROOT), secret);
    }

    /** Gives the tenant one more secret. */
    String addSecret(int subId) {
        return addSecret(subId, Map.of());
    }

    /** The same with further parameters of addsecrets. */
    String addSecret(int subId, Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("tenant-slug", slug);
        parameters.put("sub-id", Integer.toString(subId));
        return testbed.operations()
                .call("addsecrets", parameters)
                .get("%s-%03d".formatted(slug, subId))
                .asString();
    }

    /** A client with another of the tenant's secrets. */
    BbbClient client(int subId, String itsSecret) {
        String name = "%s-%03d".formatted(slug.toLowerCase(Locale.ROOT), subId);
        return BbbClient.byPath(testbed.server().httpPort(), Testbed.BASE_DOMAIN, name, itsSecret);
    }

    /** A tenant does not hurt anybody until the pool takes it away, so nothing has to be done. */
    @Override
    public void close() {
        // Its nodes belong to the pool
    }
}
