package dev.b3lb.user;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All users and their tokens at one moment. Nothing in it ever changes. */
public final class KnownUsers {

    /** Nobody. */
    public static final KnownUsers NONE = new KnownUsers(List.of(), List.of());

    private final Map<String, KnownUser> byName;
    private final Map<UUID, KnownUser> byId;
    private final Map<String, KnownToken> tokens;

    /** @param tokens of any user; those of users who are not there are good for nothing */
    public KnownUsers(Collection<KnownUser> users, Collection<KnownToken> tokens) {
        this.byName = users.stream().collect(toUnmodifiableMap(user -> folded(user.username()), identity()));
        this.byId = users.stream().collect(toUnmodifiableMap(KnownUser::id, identity()));
        this.tokens = tokens.stream().collect(toUnmodifiableMap(KnownToken::hash, identity()));
    }

    /** The user of a name in any case. */
    public Optional<KnownUser> user(String name) {
        return Optional.ofNullable(byName.get(folded(name)));
    }

    /** The user of an id. */
    Optional<KnownUser> user(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The token of a hash. */
    Optional<KnownToken> token(String hash) {
        return Optional.ofNullable(tokens.get(hash));
    }

    /** How many users there are. */
    public int count() {
        return byId.size();
    }

    /** Names are equal when they differ in case only. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
