package dev.b3lb.operations;

import dev.b3lb.audit.AuditRecord;
import dev.b3lb.audit.AuditTrail;
import dev.b3lb.meeting.ForcedEnds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes each change of the configuration, in the transaction of the change: the audit record for people, and the number
 * by which servers see that they have to read it anew.
 */
@ApplicationScoped
public class ChangeLog {

    private final Jdbi jdbi;
    private final AuditTrail trail;

    @Inject
    ChangeLog(Jdbi jdbi, AuditTrail trail) {
        this.jdbi = jdbi;
        this.trail = trail;
    }

    /** The number of the configuration as it is. */
    @Transactional(TxType.MANDATORY)
    public long version() {
        return number("select number from configuration_version");
    }

    /** The same, and nobody else changes the configuration until the transaction is over. */
    @Transactional(TxType.MANDATORY)
    public long lockedVersion() {
        return number("select number from configuration_version for update");
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /**
     * Notes a change.
     *
     * @param call the operation that made it
     * @param subject what was changed, in words
     * @param before how it was; an empty object when it is new
     * @param after how it is now; neither may hold a secret
     */
    @Transactional(TxType.MANDATORY)
    void record(OperationCall call, String subject, JsonObject before, JsonObject after) {
        jdbi.useHandle(handle -> handle.execute("update configuration_version set number = number + 1"));
        write(call, subject, before, after);
    }

    /** Notes what was done that changed no configuration. */
    @Transactional(TxType.REQUIRED)
    void recordDeed(OperationCall call, String subject, JsonObject outcome) {
        write(call, subject, JsonValue.EMPTY_JSON_OBJECT, outcome);
    }

    /**
     * Notes that secrets are told, in the transaction that reads them: without a record nobody gets any.
     *
     * @param subject whose they are, in words
     * @param told what is told, without the secrets
     */
    @Transactional(TxType.MANDATORY)
    public void recordReveal(OperationCall call, String subject, JsonObject told) {
        write(call, subject, JsonValue.EMPTY_JSON_OBJECT, told);
    }

    /** Notes that meetings were ended by force. */
    @Transactional(TxType.MANDATORY)
    Void recordEnds(OperationCall call, String subject, List<ForcedEnds.Ended> ended) {
        write(
                call,
                subject,
                Json.createObjectBuilder().add("meetings", ended.size()).build(),
                EndReports.counted(ended).build());
        return null;
    }

    private void write(OperationCall call, String subject, JsonObject before, JsonObject after) {
        trail.add(new AuditRecord(
                call.caller().name(), call.caller().door(), call.operation().name(), subject, before, after));
    }
}
