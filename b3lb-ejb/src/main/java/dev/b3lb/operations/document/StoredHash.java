package dev.b3lb.operations.document;

import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a document holds of a password or a token. No door takes such a thing, since nobody could tell whether it was made
 * of a text that can be guessed; a document is believed, as it is the configuration of a b3lb.
 *
 * @param name the field of the document, and the argument of the operations that take it from there
 * @param inPlaceOf the parameter that it stands for; empty when the operation otherwise makes the secret itself
 */
record StoredHash(String name, Optional<String> inPlaceOf) {

    /** An operation as documents know it: with the hash, and without what that stands for. */
    Operation in(Operation operation) {
        Optional<Parameter> replaced = inPlaceOf.flatMap(operation::parameter);
        boolean required = replaced.map(Parameter::required).orElse(true);
        return operation.taking(Stream.concat(
                        operation.parameters().stream().filter(parameter -> replaced.filter(parameter::equals)
                                .isEmpty()),
                        Stream.of(parameter(required)))
                .toList());
    }

    private Parameter parameter(boolean required) {
        return new Parameter(
                name,
                Parameter.Type.STRING,
                required,
                true,
                List.of(),
                Parameter.Range.ANY,
                Optional.empty(),
                "What an export holds in its place.");
    }
}
