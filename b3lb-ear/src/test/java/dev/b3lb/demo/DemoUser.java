package dev.b3lb.demo;

import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import java.util.Map;

/** The user of the REST API, set up through the server's operations, whether or not an earlier run has done so. */
final class DemoUser {

    static final String NAME = "admin";

    private final Operations operations;

    DemoUser(Operations operations) {
        this.operations = operations;
    }

    /** Makes sure that there is the user, and that the password is this one. */
    void setUp(String password) {
        Map<String, String> user = Map.of("username", NAME, "password", password);
        try {
            operations.call("createsuperuser", user);
        } catch (OperationRejected refused) {
            if (!refused.reason().contains("already")) {
                throw refused;
            }
            operations.call("setuser", user);
        }
    }
}
