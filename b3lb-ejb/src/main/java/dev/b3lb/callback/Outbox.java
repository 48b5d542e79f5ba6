package dev.b3lb.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** What tenants are to be told. */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private final Jdbi jdbi;
    private final CallbackMeter meter;

    @Inject
    Outbox(Jdbi jdbi, CallbackMeter meter) {
        this.jdbi = jdbi;
        this.meter = meter;
    }

    /**
     * Notes a call in the caller's transaction, so that it is made if and only if that is committed; within about a
     * second then. An address that cannot be called at all is kept as given up, with the reason, for people to see.
     */
    @Transactional(TxType.MANDATORY)
    public void put(NewCallback callback) {
        jdbi.useHandle(handle -> {
            try {
                insert(handle, callback, CallbackUrl.parse(callback.url()));
            } catch (IllegalArgumentException notCallable) {
                insertGivenUp(handle, callback, notCallable.getMessage());
            }
        });
    }

    private static void insert(Handle handle, NewCallback callback, CallbackUrl url) {
        bound(callback, handle.createUpdate("""
                        insert into outbox (id, purpose, once, tenant_id, meeting_id, url, host, form)
                        values (:id, :purpose, :once, :tenant, :meeting, :url, :host, :form)
                        on conflict (once) do nothing"""))
                .bind("url", callback.url())
                .bind("host", url.toString())
                .bind("form", callback.form())
                .execute();
    }

    /** What is no address may be anything; the database takes no text with a zero character. */
    private void insertGivenUp(Handle handle, NewCallback callback, String reason) {
        String bounded = callback.url().substring(0, Math.min(callback.url().length(), CallbackUrl.MAX_LENGTH));
        bound(callback, handle.createQuery("""
                        insert into outbox (id, purpose, once, tenant_id, meeting_id, url, host, state, over_at,
                                            last_error)
                        values (:id, :purpose, :once, :tenant, :meeting, :url, '', 'GIVEN_UP', now(), :reason)
                        on conflict (once) do nothing
                        returning (select slug from tenant where id = tenant_id)"""))
                .bind("url", CONTROLS.matcher(bounded).replaceAll(" "))
                .bind("reason", reason)
                .mapTo(String.class)
                .findOne()
                .ifPresent(tenant -> {
                    meter.failed(true);
                    LOG.warnf(
                            "Calling tenant %s back is given up (%s, meeting %s): %s",
                            tenant, callback.purpose(), callback.meetingId(), reason);
                });
    }

    private static <S extends SqlStatement<S>> S bound(NewCallback callback, S insert) {
        return insert.bind("id", UUID.randomUUID())
                .bind("purpose", callback.purpose().name())
                .bind("once", callback.once())
                .bind("tenant", callback.tenantId())
                .bind("meeting", callback.meetingId());
    }
}
