package dev.b3lb.it;

import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Testbed;
import java.util.HashMap;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** Users of console and REST API that a test makes for itself. */
final class Users {

    private final Operations operations;
    private final Testbed testbed;

    Users(Testbed testbed) {
        this.testbed = testbed;
        this.operations = testbed.operations();
    }

    /** A user's name and password. */
    record Person(String username, String password) {

        AdminClient.Login login() {
            return AdminClient.Login.basic(username, password);
        }
    }

    /** A new user with these roles. */
    Person add(String roles) {
        Person person = new Person(testbed.names().name("user"), testbed.names().secret());
        operations.call(
                "adduser", Map.of("username", person.username(), "password", person.password(), "roles", roles));
        return person;
    }

    /** A new token of a user: its text. */
    String token(Person person, String name, Map<String, String> more) {
        return addToken(person, name, more).get("token").asString();
    }

    /** A new token of a user: what addtoken answers. */
    ModelNode addToken(Person person, String name, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of("username", person.username(), "name", name));
        parameters.putAll(more);
        return operations.call("addtoken", parameters);
    }
}
