package dev.b3lb.operations.document;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.operations.Arguments;
import dev.b3lb.operations.OperationCall;
import dev.b3lb.operations.OperationWorks;
import dev.b3lb.operations.Refusals;
import dev.b3lb.operations.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the configuration what a document says, by the operations that an operator would call, each with its checks and
 * its audit record.
 */
@ApplicationScoped
public class DocumentApplication {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final Catalogue catalogue = Catalogue.load();
    private final OperationWorks works;

    @Inject
    DocumentApplication(OperationWorks works) {
        this.works = works;
    }

    /**
     * Does all of it in the transaction that there is, which has to be rolled back when something is refused.
     *
     * @throws RefusedException that names the first thing that cannot be made so
     */
    void apply(OperationCall call, DocumentDifference difference) {
        for (DocumentChange change : difference.changes()) {
            try {
                apply(call, change);
            } catch (OperationRefused refused) {
                throw new RefusedException(
                        refused.reason(),
                        change.item().name() + ": " + refused.getMessage() + " Nothing of the document was applied.");
            }
            // Or each flush would look at everything that came before
            entities.clear();
        }
    }

    private void apply(OperationCall call, DocumentChange change) throws OperationRefused {
        DocumentItem item = change.item();
        switch (change.kind()) {
            case ADD -> add(call, item, item.fields());
            case CHANGE -> change(call, item, change.before());
            case REMOVE -> perform(call, item.section().remove(catalogue), item.keyArguments());
        }
    }

    /** What the operation that makes it does not take is said to the one that changes it. */
    private void add(OperationCall call, DocumentItem item, Map<String, JsonValue> fields) throws OperationRefused {
        Operation add = item.section().add(catalogue);
        Map<String, String> taken = new TreeMap<>(item.keyArguments());
        Map<String, JsonValue> left = new TreeMap<>(fields);
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
            if (add.parameter(field.getKey()).isPresent()) {
                taken.put(field.getKey(), DocumentItems.text(field.getKey(), field.getValue()));
                left.remove(field.getKey());
            }
        }
        perform(call, add, taken);
        if (!left.isEmpty()) {
            set(call, item, left);
        }
    }

    private void change(OperationCall call, DocumentItem item, Map<String, JsonValue> before) throws OperationRefused {
        if (item.section().set(catalogue).isPresent()) {
            set(call, item, complete(item, before));
            return;
        }
        Map<String, JsonValue> fields = new TreeMap<>(before);
        fields.putAll(item.fields());
        perform(call, item.section().remove(catalogue), item.keyArguments());
        add(call, item, fields);
    }

    /** What changes a thing may need more than what is different, such as a rule's mode with its value. */
    private Map<String, JsonValue> complete(DocumentItem item, Map<String, JsonValue> before) {
        Operation set = item.section().set(catalogue).orElseThrow();
        Map<String, JsonValue> fields = new TreeMap<>(item.fields());
        if (set.equals(item.section().add(catalogue))) {
            before.forEach(fields::putIfAbsent);
        }
        return fields;
    }

    private void set(OperationCall call, DocumentItem item, Map<String, JsonValue> fields) throws OperationRefused {
        Map<String, String> arguments = new TreeMap<>(item.keyArguments());
        fields.forEach((name, value) -> arguments.put(name, DocumentItems.text(name, value)));
        perform(call, item.section().set(catalogue).orElseThrow(), arguments);
    }

    private void perform(OperationCall call, Operation operation, Map<String, String> arguments)
            throws OperationRefused {
        operation.check(arguments);
        try {
            works.perform(new OperationCall(call.caller(), operation, new Arguments(arguments)));
        } catch (RuntimeException problem) {
            throw Refusals.of(problem).orElseThrow(() -> problem);
        }
    }
}
