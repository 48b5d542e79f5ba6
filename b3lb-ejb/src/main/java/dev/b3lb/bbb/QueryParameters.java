package dev.b3lb.bbb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The decoded parameters of a query string or form body, in the order in which they came. Names are case-sensitive and
 * may repeat; BBB reads the first of equal ones.
 *
 * @param all every parameter, in order
 */
public record QueryParameters(List<Parameter> all) {

    /** How many a query or form may have. BBB knows about a hundred; what comes from strangers has to have some bound. */
    public static final int MOST = 2_500;

    private static final QueryParameters NONE = new QueryParameters(List.of());

    public QueryParameters {
        all = List.copyOf(all);
    }

    /**
     * One decoded name and value. {@code toString} shows the name only, since values may be passwords or checksums.
     *
     * @param name not empty
     * @param value empty when the parameter has no value
     */
    public record Parameter(String name, String value) {

        public Parameter {
            Objects.requireNonNull(value, "value");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("A parameter needs a name.");
            }
        }

        @Override
        public String toString() {
            return name;
        }

        String encode() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** No parameters at all. */
    public static QueryParameters none() {
        return NONE;
    }

    /**
     * Reads any text that came from outside without ever failing: split at {@code &} only, decoded as UTF-8 with
     * {@code +} as space, bad escapes left as text, invalid UTF-8 as U+FFFD, parameters without a name dropped.
     *
     * @param rawQuery the encoded query string or form body; null, as servlets give it, is no parameters
     * @return empty if there are more than {@link #MOST} pairs, of which then nothing is built
     */
    public static Optional<QueryParameters> read(String rawQuery) {
        String text = rawQuery == null ? "" : rawQuery;
        return PairCursor.count(text) > MOST ? Optional.empty() : Optional.of(parsed(text));
    }

    /**
     * Reads text of which it is known that it is short enough, such as our own, in the same way.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST} pairs nevertheless
     */
    public static QueryParameters parse(String rawQuery) {
        return read(rawQuery).orElseThrow(() -> new IllegalArgumentException("More than " + MOST + " parameters."));
    }

    private static QueryParameters parsed(String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (PairCursor pair = new PairCursor(text); pair.next(); ) {
            if (pair.hasName()) {
                parameters.add(new Parameter(pair.name(), pair.value()));
            }
        }
        return parameters.isEmpty() ? NONE : new QueryParameters(parameters);
    }

    /** The value of the first parameter of that name. */
    public Optional<String> first(String name) {
        return all.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** How many parameters have that name. */
    public int count(String name) {
        return (int) all.stream().filter(p -> p.name().equals(name)).count();
    }

    /** How many parameters there are, repeated ones counted. */
    public int size() {
        return all.size();
    }

    /** Whether there are no parameters. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Sets a parameter: in place of the first of that name, all others of it taken out, or at the end. */
    public QueryParameters with(String name, String value) {
        List<Parameter> changed = new ArrayList<>(all.size() + 1);
        boolean placed = false;
        for (Parameter parameter : all) {
            if (!parameter.name().equals(name)) {
                changed.add(parameter);
            } else if (!placed) {
                changed.add(new Parameter(name, value));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(new Parameter(name, value));
        }
        return new QueryParameters(changed);
    }

    /** Takes out every parameter whose name the predicate accepts. */
    public QueryParameters without(Predicate<String> name) {
        return new QueryParameters(
                all.stream().filter(p -> !name.test(p.name())).toList());
    }

    /** Keeps only the first of equally named parameters. */
    public QueryParameters withoutDuplicates() {
        Set<String> seen = new HashSet<>();
        return new QueryParameters(all.stream().filter(p -> seen.add(p.name())).toList());
    }

    /**
     * The same with {@linkplain ParameterName#asRead names as BBB reads them}, so that {@code " record"} cannot pass by
     * those who look for {@code "record"}. What has no name then is left out.
     */
    public QueryParameters withNamesAsRead() {
        if (all.stream().allMatch(p -> ParameterName.asRead(p.name()).equals(p.name()))) {
            return this;
        }
        return new QueryParameters(all.stream()
                .filter(p -> !ParameterName.asRead(p.name()).isEmpty())
                .map(p -> new Parameter(ParameterName.asRead(p.name()), p.value()))
                .toList());
    }

    /** The canonical encoding, {@code application/x-www-form-urlencoded} as {@link URLEncoder} writes UTF-8. */
    public String encode() {
        return all.stream().map(Parameter::encode).collect(Collectors.joining("&"));
    }

    /** The names only; values may be passwords, checksums or nonces. */
    @Override
    public String toString() {
        return "QueryParameters" + all;
    }
}
