package dev.b3lb.operations.document;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.parameter.KnownParameter;
import dev.b3lb.parameter.KnownParameters;
import dev.b3lb.user.KnownUsers;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a document that holds the configuration, in the order in which they can be made. */
enum DocumentSection {
    CLUSTERS("clusters", "cluster", "name", "addcluster", "setcluster", "removecluster"),
    CLUSTER_GROUPS(
            "cluster-groups", "cluster group", "name", "addclustergroup", "setclustergroup", "removeclustergroup"),
    NODES("nodes", "node", "slug", "addnode", "setnode", "removenode"),
    TENANTS("tenants", "tenant", "slug", "addtenant", "settenant", "removetenant"),
    SECRETS(TENANTS, "tenant-slug", "secrets", "secret", "sub-id", "addsecrets", "setsecret", "removesecret"),
    PARAMETERS(
            TENANTS,
            "tenant-slug",
            "parameters",
            "rule",
            "parameter",
            "setparameter",
            "setparameter",
            "removeparameter"),
    ASSETS(TENANTS, "tenant-slug", "assets", "file", "kind", "setasset", "setasset", "removeasset"),
    USERS("users", "user", "username", "adduser", "setuser", "removeuser"),
    TOKENS(USERS, "username", "tokens", "token", "name", "addtoken", "", "removetoken");

    /** Parameters that say how to change something and are no part of what it is. */
    private static final Set<String> NO_FIELDS = Set.of("version", "new-name", "days", "id", "name");

    private static final Pattern SUB_ID = Pattern.compile("\\d{1,3}");

    private final Optional<DocumentSection> parent;
    private final String parentParameter;
    private final String title;
    private final String words;
    private final String key;
    private final String add;
    private final String set;
    private final String remove;

    DocumentSection(String title, String words, String key, String add, String set, String remove) {
        this(null, "", title, words, key, add, set, remove);
    }

    DocumentSection(
            DocumentSection parent,
            String parentParameter,
            String title,
            String words,
            String key,
            String add,
            String set,
            String remove) {
        this.parent = Optional.ofNullable(parent);
        this.parentParameter = parentParameter;
        this.title = title;
        this.words = words;
        this.key = key;
        this.add = add;
        this.set = set;
        this.remove = remove;
    }

    /** Those of a thing of another section, or those of the document itself. */
    static List<DocumentSection> within(Optional<DocumentSection> parent) {
        return Arrays.stream(values())
                .filter(section -> section.parent.equals(parent))
                .toList();
    }

    /** The parameter by which its operations know the thing that it stands in. */
    String parentParameter() {
        return parentParameter;
    }

    /** Its name in the document. */
    String title() {
        return title;
    }

    /** What one of its things is called, for people. */
    String words() {
        return words;
    }

    /** The field that tells one of its things from the others. */
    String key() {
        return key;
    }

    /**
     * A key as it is stored, however it is spelled, so that equal things are seen to be equal.
     *
     * @return empty when no thing can have such a key
     */
    Optional<String> canonical(String spelled) {
        return switch (this) {
            case TENANTS -> Optional.of(spelled.toUpperCase(Locale.ROOT));
            case SECRETS ->
                SUB_ID.matcher(spelled).matches()
                        ? Optional.of(Integer.toString(Integer.parseInt(spelled)))
                        : Optional.empty();
            case PARAMETERS ->
                KnownParameters.find(spelled).map(KnownParameter::name).or(() -> Optional.of(spelled));
            case USERS -> Optional.of(KnownUsers.folded(spelled));
            case ASSETS -> Optional.of(spelled.toLowerCase(Locale.ROOT));
            case CLUSTERS, CLUSTER_GROUPS, NODES, TOKENS -> Optional.of(spelled);
        };
    }

    /** What makes one of its things, as documents know it. */
    Operation add(Catalogue catalogue) {
        return catalogue.operation(add).map(this::inDocuments).orElseThrow();
    }

    /** What changes one of its things; empty when it can only be made anew. */
    Optional<Operation> set(Catalogue catalogue) {
        return catalogue.operation(set).map(this::inDocuments);
    }

    private Operation inDocuments(Operation operation) {
        return hash().map(hash -> hash.in(operation)).orElse(operation);
    }

    private Optional<StoredHash> hash() {
        return switch (this) {
            case USERS -> Optional.of(new StoredHash("password-hash", Optional.of("password")));
            case TOKENS -> Optional.of(new StoredHash("token-hash", Optional.empty()));
            default -> Optional.empty();
        };
    }

    Operation remove(Catalogue catalogue) {
        return catalogue.operation(remove).orElseThrow();
    }

    /** The fields of its things but the key: what the operations take that make and change them. */
    Set<String> fields(Catalogue catalogue) {
        Set<String> fields = new LinkedHashSet<>();
        parameters(catalogue)
                .map(Parameter::name)
                .filter(name -> !NO_FIELDS.contains(name) && !name.equals(key) && !name.equals(parentParameter))
                .forEach(fields::add);
        return fields;
    }

    /** Whether a field must not be shown. */
    boolean isHidden(Catalogue catalogue, String field) {
        return parameters(catalogue).anyMatch(parameter -> parameter.name().equals(field) && parameter.isHidden());
    }

    private Stream<Parameter> parameters(Catalogue catalogue) {
        return Stream.concat(Stream.of(add(catalogue)), set(catalogue).stream())
                .flatMap(operation -> operation.parameters().stream());
    }
}
