package dev.b3lb.shell;

import java.util.Optional;
import java.util.OptionalInt;

/** The person in front of the command, if there is one. */
interface Terminal {

    /** {@return whether what is read comes from a person} */
    boolean isThere();

    /**
     * Asks for a secret, without showing what is typed.
     *
     * @param name what is wanted
     * @param twice whether it is asked for again, since a mistake would not be seen
     * @return what was typed; empty when nobody can be asked
     * @throws UsageError when nothing was typed, or two different things
     */
    Optional<String> secret(String name, boolean twice) throws UsageError;

    /** {@return whether the person says yes} */
    boolean agrees(String question);

    /** {@return the width of the lines that are shown; empty when the output goes elsewhere} */
    OptionalInt columns();
}
