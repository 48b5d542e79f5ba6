package dev.b3lb.operations;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Users and tokens in results and records, without what is stored of passwords and tokens. */
final class UserJson {

    private UserJson() {}

    static JsonObject of(AdminUser user) {
        return Json.createObjectBuilder()
                .add("username", user.getUsername())
                .add("id", user.getId().toString())
                .add("email", user.getEmail())
                .add("language", user.getLanguage())
                .add("enabled", user.isEnabled())
                .add("roles", words(user.getRoles()))
                .add("created", user.getCreatedAt().toString())
                .add("version", user.getVersion())
                .build();
    }

    /** The same for the audit record, which also tells whether the password is new. */
    static JsonObject noted(JsonObject user, Arguments arguments) {
        JsonObjectBuilder noted = Json.createObjectBuilder(user);
        arguments.ifText("password", hidden -> noted.add("password", "set anew"));
        arguments.ifText("password-hash", hidden -> noted.add("password", "taken over"));
        return noted.build();
    }

    static JsonObject of(AdminToken token) {
        return Json.createObjectBuilder()
                .add("id", token.getId().toString())
                .add("username", token.getUser().getUsername())
                .add("name", token.getName())
                .add("roles", words(token.getScope()))
                .add("created", token.getCreatedAt().toString())
                .add("expires", text(token.getExpiresAt()))
                .add("last-used", text(token.getLastUsedAt()))
                .build();
    }

    private static JsonArray words(Set<AdminRole> roles) {
        return Json.createArrayBuilder(
                        roles.stream().sorted().map(AdminRole::word).toList())
                .build();
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
