package dev.b3lb.management;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that operators can ask of a running server.
 *
 * @param name as it is called behind every door
 * @param spellings other names that shell and REST take, such as those of other balancers
 * @param text what it does, for people
 * @param role the least role that may ask for it: viewer, operator or admin
 * @param changes whether it changes anything
 * @param reply the form of its reply
 * @param replyText what the reply holds, for people
 * @param parameters what it takes, in the order in which they are explained
 * @param oneOf names of parameters of which exactly one must be given; empty when there is no such rule
 * @param positional the lists of parameters that the shell takes without names, by their number
 * @param table how its reply looks as a table
 */
public record Operation(
        String name,
        List<String> spellings,
        String text,
        String role,
        boolean changes,
        Reply reply,
        String replyText,
        List<Parameter> parameters,
        List<String> oneOf,
        List<List<String>> positional,
        Table table) {

    /** Each role may do what the ones before it may. */
    private static final List<String> RANKS = List.of("viewer", "operator", "admin");

    /** The forms of replies. */
    public enum Reply {
        /** Names with values. */
        OBJECT,
        /** Values in order. */
        LIST
    }

    /** Keeps its own copies of the lists. */
    public Operation {
        spellings = List.copyOf(spellings);
        parameters = List.copyOf(parameters);
        oneOf = List.copyOf(oneOf);
        positional = positional.stream().map(List::copyOf).toList();
    }

    /** {@return whether one of these roles may ask for it; each role may do what lesser ones may} */
    public boolean isFor(Set<String> roles) {
        return RANKS.subList(RANKS.indexOf(role), RANKS.size()).stream().anyMatch(roles::contains);
    }

    /** {@return whether it takes a file} */
    public boolean takesFile() {
        return parameters.stream().anyMatch(parameter -> parameter.type() == Parameter.Type.FILE);
    }

    /** {@return whether that is its name or another spelling of it} */
    boolean isCalled(String word) {
        return name.equals(word) || spellings.contains(word);
    }

    /** {@return the parameter of that name} */
    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }

    /** {@return the same operation as it would be if it took these} */
    public Operation taking(List<Parameter> others) {
        return new Operation(name, spellings, text, role, changes, reply, replyText, others, oneOf, positional, table);
    }

    /**
     * Checks that arguments are what the operation takes: nothing unknown, nothing missing, each of its type.
     *
     * @param arguments the values by parameter name, as text
     * @throws OperationRefused with a sentence that names the first parameter that is wrong
     */
    public void check(Map<String, String> arguments) throws OperationRefused {
        for (String given : arguments.keySet()) {
            if (parameter(given).isEmpty()) {
                throw new OperationRefused(name + " has no parameter " + given + "; " + takes());
            }
        }
        for (Parameter parameter : parameters) {
            String value = arguments.get(parameter.name());
            if (value != null) {
                parameter.check(value);
            } else if (parameter.required()) {
                throw new OperationRefused(name + " needs " + parameter.name() + ": " + parameter.text());
            }
        }
        checkChoice(arguments);
    }

    private void checkChoice(Map<String, String> arguments) throws OperationRefused {
        if (!oneOf.isEmpty() && oneOf.stream().filter(arguments::containsKey).count() != 1) {
            throw new OperationRefused(name + " needs exactly one of " + String.join(" and ", oneOf) + ".");
        }
    }

    private String takes() {
        if (parameters.isEmpty()) {
            return "it takes none.";
        }
        return "it takes "
                + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ".";
    }
}
