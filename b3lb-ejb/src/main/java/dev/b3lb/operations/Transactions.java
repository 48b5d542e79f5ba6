package dev.b3lb.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Runs the part of an operation that changes the database, and only that part, in a transaction. */
@ApplicationScoped
public class Transactions {

    /**
     * Does the work in the transaction that there is, as when one operation is made of others, else in one of its own.
     * Any exception rolls it back.
     */
    @Transactional(TxType.REQUIRED)
    public <T> T inOne(Supplier<T> work) {
        return work.get();
    }
}
