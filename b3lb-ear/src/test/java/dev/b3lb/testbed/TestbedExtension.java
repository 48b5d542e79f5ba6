package dev.b3lb.testbed;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the testbed when the first test class asks for it and closes it when the run ends. A start that failed is not
 * tried again: all further classes fail at once with the same sentence.
 */
final class TestbedExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestbedExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Testbed testbed = testbed(context);
        // arquillian.xml takes its values from here
        System.setProperty("b3lb.server.home", serverHome().toString());
        System.setProperty(
                "b3lb.management.port", Integer.toString(testbed.server().managementPort()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Testbed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return testbed(context);
    }

    private static Testbed testbed(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Start.class, key -> Start.attempt(), Start.class)
                .testbed();
    }

    private static Path serverHome() {
        return Path.of(System.getProperty("b3lb.server.home", "target/server")).toAbsolutePath();
    }

    /** The one attempt of a run. JUnit closes it when the run ends. */
    private interface Start extends AutoCloseable {

        Testbed testbed();

        @Override
        void close();

        static Start attempt() {
            try {
                return new Succeeded(
                        Testbed.start(serverHome(), Path.of(System.getProperty("b3lb.work", "target/it"))));
            } catch (TestbedFailure failure) {
                return new Failed(failure.getMessage());
            }
        }
    }

    private record Succeeded(Testbed testbed) implements Start {

        @Override
        public void close() {
            testbed.close();
        }
    }

    private record Failed(String sentence) implements Start {

        @Override
        public Testbed testbed() {
            throw new TestbedFailure(sentence);
        }

        @Override
        public void close() {
            // Nothing was left running
        }
    }
}
