package dev.b3lb.operations;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of entities with the filters that were asked for and no others, read a page at a time.
 *
 * @param <T> the entity
 */
final class EntityList<T> {

    private final EntityManager entities;
    private final Class<T> type;
    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param select the query up to its conditions, with the entity as {@code e} */
    EntityList(EntityManager entities, Class<T> type, String select) {
        this.entities = entities;
        this.type = type;
        this.select = select;
    }

    /** Only those whose attribute has the value, if there is one. */
    EntityList<T> with(String attribute, Optional<?> value) {
        value.ifPresent(wanted -> {
            String parameter = "p" + values.size();
            conditions.add("e." + attribute + " = :" + parameter);
            values.put(parameter, wanted);
        });
        return this;
    }

    /** The part that is asked for. */
    List<T> page(String order, Page page) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entities.createQuery(select + where + " order by " + order, type)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit());
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
