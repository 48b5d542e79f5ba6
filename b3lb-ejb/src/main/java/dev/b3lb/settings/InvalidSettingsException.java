package dev.b3lb.settings;

import java.util.List;

/** Settings with which b3lb does not start. The message names each wrong one, never its value. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
