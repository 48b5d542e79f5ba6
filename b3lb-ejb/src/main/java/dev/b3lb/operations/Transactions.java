package dev.b3lb.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Runs the part of an operation that changes the database, and only that part, in a transaction. */
@ApplicationScoped
public class Transactions {

    /** Does the work in a transaction of its own; any exception rolls it back. */
    @Transactional(TxType.REQUIRES_NEW)
    <T> T inNew(Supplier<T> work) {
        return work.get();
    }
}
