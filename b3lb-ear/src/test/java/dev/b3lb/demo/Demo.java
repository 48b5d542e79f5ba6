package dev.b3lb.demo;

import dev.b3lb.testbed.TestbedFailure;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The demo as {@code mvn -Pdemo} starts it, in Maven's own JVM, so that a signal to Maven is a signal to the demo.
 */
public final class Demo {

    private Demo() {}

    /**
     * Runs the demo and ends the JVM with status 1 when it cannot go on, after one sentence that says why.
     *
     * @param arguments the provisioned server's directory and the build directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream console = System.out;
        try {
            DemoSettings settings =
                    DemoSettings.read(Path.of(arguments[0]), Path.of(arguments[1]), System.getProperties());
            DemoRun demo = new DemoRun(settings, console);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo, console), "demo-stop"));
            run(demo, console);
        } catch (TestbedFailure e) {
            console.println(e.getMessage());
        }
        System.exit(1);
    }

    private static void run(DemoRun demo, PrintStream console) throws InterruptedException {
        try {
            demo.run();
        } catch (TestbedFailure e) {
            // Once somebody stops the demo its parts fail one after the other, which is nobody's concern
            if (!demo.isClosed()) {
                console.println(e.getMessage());
            }
        }
    }

    private static void stop(DemoRun demo, PrintStream console) {
        try {
            demo.close();
        } catch (TestbedFailure e) {
            console.println(e.getMessage());
        }
    }
}
