package dev.b3lb.meeting;

import static java.util.stream.Collectors.toMap;

import dev.b3lb.placement.UsualSize;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the meetings of a tenant come to that begin in an hour of the day. */
final class UsualSizes {

    /** A tenant and an hour of the day. */
    record Key(UUID tenantId, int hour) {}

    /** A row; public because Jdbi builds it. */
    public record Row(UUID tenantId, int hour, long meetings, double mean) {

        private Key key() {
            return new Key(tenantId, hour);
        }

        private UsualSize size() {
            return new UsualSize(meetings, mean);
        }
    }

    /**
     * Lets meetings that are over count. Each moves its average by a step that depends on how many there were before it,
     * so the averages are read under a lock that is held until the transaction ends, moved by one meeting after the
     * other, and written back.
     *
     * @param sizes of the meetings in the order in which they ended
     */
    void count(Handle handle, List<Map.Entry<Key, Integer>> sizes) {
        lock(handle);
        Map<Key, UsualSize> known = read(
                handle,
                sizes.stream().map(size -> size.getKey().tenantId()).distinct().toList());
        Map<Key, UsualSize> moved = new HashMap<>();
        for (Map.Entry<Key, Integer> size : sizes) {
            UsualSize before = moved.getOrDefault(size.getKey(), known.getOrDefault(size.getKey(), UsualSize.NONE));
            moved.put(size.getKey(), before.with(size.getValue()));
        }
        write(handle, moved.entrySet());
    }

    /** One for all tenants: it is held for some milliseconds, and nobody can wait for another in a ring. */
    private static void lock(Handle handle) {
        handle.createQuery("select count(pg_advisory_xact_lock(hashtext('b3lb'), hashtext('meeting_size_mean')))")
                .mapTo(Long.class)
                .one();
    }

    private static Map<Key, UsualSize> read(Handle handle, List<UUID> tenants) {
        return handle
                .createQuery(
                        "select tenant_id, hour, meetings, mean from meeting_size_mean where tenant_id = any(:tenants)")
                .bindArray("tenants", UUID.class, tenants.toArray())
                .map(ConstructorMapper.of(Row.class))
                .list()
                .stream()
                .collect(toMap(Row::key, Row::size));
    }

    private static void write(Handle handle, Collection<Map.Entry<Key, UsualSize>> moved) {
        handle.createUpdate("""
                        insert into meeting_size_mean (tenant_id, hour, meetings, mean)
                        select * from unnest(:tenants, :hours, :meetings, :means)
                        on conflict (tenant_id, hour)
                        do update set meetings = excluded.meetings, mean = excluded.mean""")
                .bindArray(
                        "tenants", UUID.class, column(moved, row -> row.getKey().tenantId()))
                .bindArray("hours", Integer.class, column(moved, row -> row.getKey()
                        .hour()))
                .bindArray("meetings", Long.class, column(moved, row -> row.getValue()
                        .meetings()))
                .bindArray("means", Double.class, column(moved, row -> row.getValue()
                        .mean()))
                .execute();
    }

    private static Object[] column(
            Collection<Map.Entry<Key, UsualSize>> moved, Function<Map.Entry<Key, UsualSize>, Object> value) {
        return moved.stream().map(value).toArray();
    }
}
