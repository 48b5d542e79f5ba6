package dev.b3lb.configuration;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.Branding;
import dev.b3lb.parameter.TenantRule;
import dev.b3lb.parameter.TenantRules;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads tenants and what belongs to them: their secrets, rules and files. */
final class TenantReader {

    /** A row; public because Jdbi builds it. */
    public record RuleRow(UUID tenantId, @Nested TenantRule rule) {}

    /** A row; public because Jdbi builds it. */
    public record AssetRow(UUID tenantId, @Nested AssetFile file) {}

    private TenantReader() {}

    static List<KnownTenant> tenants(Handle handle) {
        return handle.createQuery("select id, slug, stats_token from tenant")
                .map(ConstructorMapper.of(KnownTenant.class))
                .list();
    }

    static List<Account> accounts(Handle handle) {
        return handle.createQuery("""
                        select s.id, t.id as tenant_id, t.slug as tenant_slug, s.sub_id, s.secret, s.secret2,
                               t.cluster_group_id, s.recording_enabled and t.recording_enabled as recordings_on,
                               t.record_by_default,
                               s.meeting_limit as own_meetings, s.attendee_limit as own_attendees,
                               t.meeting_limit as tenant_meetings, t.attendee_limit as tenant_attendees
                        from secret s join tenant t on t.id = s.tenant_id""").map(ConstructorMapper.of(Account.class)).list();
    }

    static Map<UUID, TenantRules> rules(Handle handle) {
        return handle
                .createQuery("select tenant_id, parameter, mode, value from parameter_rule order by parameter")
                .map(ConstructorMapper.of(RuleRow.class))
                .list()
                .stream()
                .collect(groupingBy(
                        RuleRow::tenantId, mapping(RuleRow::rule, collectingAndThen(toList(), TenantRules::new))));
    }

    static Map<UUID, Branding> brandings(Handle handle) {
        return handle
                .createQuery(
                        "select tenant_id, kind, file_name, media_type, size, digest, changed_at, version from asset")
                .map(ConstructorMapper.of(AssetRow.class))
                .list()
                .stream()
                .collect(groupingBy(
                        AssetRow::tenantId, mapping(AssetRow::file, collectingAndThen(toList(), Branding::new))));
    }
}
