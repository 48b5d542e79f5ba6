package dev.b3lb.operations.document;

import dev.b3lb.operations.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs work in a transaction that may take longer than others. */
@ApplicationScoped
public class LongTransactions {

    private static final int AS_USUAL = 0;

    private final UserTransaction user;
    private final Transactions transactions;

    @Inject
    LongTransactions(UserTransaction user, Transactions transactions) {
        this.user = user;
        this.transactions = transactions;
    }

    /** Does the work in a transaction that may take that long, and that is rolled back by any exception. */
    <T> T inOne(Duration longest, Supplier<T> work) {
        try {
            user.setTransactionTimeout((int) longest.toSeconds());
            try {
                return transactions.inOne(work);
            } finally {
                user.setTransactionTimeout(AS_USUAL);
            }
        } catch (SystemException unusual) {
            throw new IllegalStateException("The time limit of a transaction cannot be set.", unusual);
        }
    }
}
