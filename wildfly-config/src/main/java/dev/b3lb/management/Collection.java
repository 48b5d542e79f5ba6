package dev.b3lb.management;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Things of one kind that the REST API lists, shows, makes, changes and takes away. Each of that is an operation.
 *
 * @param path where the list is, without a slash at its ends; a part in braces is a parameter of all its operations
 * @param key the parameter that tells one of the things from the others, and the field of replies that holds it
 * @param list the operation that lists them; with the key it lists one
 * @param add the operation that makes one
 * @param set the operation that changes one
 * @param remove the operation that takes one away
 */
public record Collection(
        String path, String key, String list, Optional<String> add, Optional<String> set, Optional<String> remove) {

    private static final Pattern BRACES = Pattern.compile("\\{([a-z-]+)}");

    /** {@return the parameters that the path holds, in their order} */
    public List<String> pathParameters() {
        return BRACES.matcher(path).results().map(part -> part.group(1)).toList();
    }
}
