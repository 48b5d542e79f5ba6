package dev.b3lb.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many clients that press the button at the same moment. */
final class AtOnce {

    private static final long LIMIT_SECONDS = 60;

    private AtOnce() {}

    /** What one client does. */
    @FunctionalInterface
    interface Client<T> {
        T act() throws Exception;
    }

    /** The same while the caller goes on. */
    static <T> CompletableFuture<List<T>> meanwhile(int clients, IntFunction<Client<T>> client) {
        CompletableFuture<List<T>> results = new CompletableFuture<>();
        Runnable crowd = () -> {
            try {
                results.complete(all(clients, client));
            } catch (Exception failed) {
                results.completeExceptionally(failed);
            }
        };
        new Thread(crowd).start();
        return results;
    }

    /** Lets all of them act at once, and waits for their results, which come in the clients' order. */
    static <T> List<T> all(int clients, IntFunction<Client<T>> client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CyclicBarrier start = new CyclicBarrier(clients);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Client<T> one = client.apply(i);
                futures.add(threads.submit(() -> {
                    start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return one.act();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
