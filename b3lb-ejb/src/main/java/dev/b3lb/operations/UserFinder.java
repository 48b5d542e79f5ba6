package dev.b3lb.operations;

import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import dev.b3lb.user.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds users and tokens by the names that operators use. */
@ApplicationScoped
public class UserFinder {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    /** The user of a name in any case. */
    AdminUser user(String name) {
        return byName(name)
                .orElseThrow(() -> RefusedException.absent("There is no user " + name + "; users lists all."));
    }

    /** Refuses a name that is in use, in whatever case. */
    void requireFree(String name) {
        byName(name).ifPresent(user -> {
            throw RefusedException.conflict("There is already a user " + user.getUsername() + ".");
        });
    }

    private Optional<AdminUser> byName(String name) {
        return entities.createQuery("select u from AdminUser u where lower(u.username) = :name", AdminUser.class)
                .setParameter("name", KnownUsers.folded(name))
                .getResultStream()
                .findFirst();
    }

    List<AdminUser> users(Optional<String> name, Page page) {
        return page(
                entities.createQuery("""
                        select u from AdminUser u where :name = '' or lower(u.username) = :name
                        order by lower(u.username)""", AdminUser.class)
                        .setParameter("name", name.map(KnownUsers::folded).orElse("")),
                page);
    }

    /** Tokens of one user or of all, by user and name. */
    List<AdminToken> tokens(Optional<AdminUser> user, Optional<UUID> id, Page page) {
        return page(
                entities.createQuery("""
                        select t from AdminToken t join fetch t.user
                        where (:anyUser = true or t.user.id = :user) and (:anyId = true or t.id = :id)
                        order by lower(t.user.username), t.name""", AdminToken.class)
                        .setParameter("anyUser", user.isEmpty())
                        .setParameter("user", user.map(AdminUser::getId).orElseGet(() -> new UUID(0, 0)))
                        .setParameter("anyId", id.isEmpty())
                        .setParameter("id", id.orElseGet(() -> new UUID(0, 0))),
                page);
    }

    /** One of the user's tokens. */
    Optional<AdminToken> token(AdminUser user, String attribute, Object value) {
        return entities.createQuery(
                        "select t from AdminToken t where t.user = :user and t." + attribute + " = :value",
                        AdminToken.class)
                .setParameter("user", user)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    private static <T> List<T> page(TypedQuery<T> query, Page page) {
        return query.setFirstResult(page.offset()).setMaxResults(page.limit()).getResultList();
    }
}
