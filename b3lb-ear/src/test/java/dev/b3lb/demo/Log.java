package dev.b3lb.demo;

import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the libraries' own log lines go in the demo: not to the console, which is for the person. */
final class Log {

    private Log() {}

    static void into(Path file) {
        try {
            // The handler takes a pattern, in which % has a meaning
            Handler handler = new FileHandler(file.toString().replace("%", "%%"), true);
            handler.setFormatter(new SimpleFormatter());
            LogManager.getLogManager().reset();
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            throw new TestbedFailure("The log " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
