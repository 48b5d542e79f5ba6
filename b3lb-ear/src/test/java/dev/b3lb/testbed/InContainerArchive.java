package dev.b3lb.testbed;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What an in-container test is deployed as: a small application of its own that sees the classes of the deployed
 * balancer, which stays in place.
 */
public final class InContainerArchive {

    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Dependencies: deployment.b3lb.ear.b3lb-ejb.jar

            """;

    private InContainerArchive() {}

    /** An archive with a test class and what else the test needs in the server. */
    public static WebArchive of(Class<?> test, Class<?>... others) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addClass(test)
                .addClasses(others)
                .setManifest(new StringAsset(MANIFEST));
    }
}
