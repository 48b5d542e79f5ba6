package dev.b3lb.fakenode;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads behind one or many fake nodes: workers that answer requests and end when idle, a timer, and a client for
 * the nodes' callbacks. With it shared, a further node costs the two threads that the JDK's server keeps per port.
 */
public final class NodeThreads implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService timer;
    private final HttpClient http;

    private NodeThreads(int maxWorkers) {
        workers = new ThreadPoolExecutor(
                maxWorkers, maxWorkers, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("fake-node-worker"));
        workers.allowCoreThreadTimeOut(true);
        timer = Executors.newSingleThreadScheduledExecutor(named("fake-node-timer"));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .executor(workers)
                .build();
    }

    /**
     * Makes threads to be shared by nodes; close it after the last of them.
     *
     * @param maxWorkers how many requests all nodes together work on at the same time, at least 1
     * @return the threads
     */
    public static NodeThreads ofWorkers(int maxWorkers) {
        return new NodeThreads(maxWorkers);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    Executor workers() {
        return workers;
    }

    HttpClient http() {
        return http;
    }

    /** Runs a task soon; after closing, never. */
    void execute(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException closed) {
            // Its node is gone, and with it whoever waits for the outcome
        }
    }

    void after(Duration pause, Runnable task) {
        try {
            timer.schedule(() -> execute(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // As above
        }
    }

    Future<?> each(Duration pause, Runnable task) {
        return timer.scheduleWithFixedDelay(
                () -> execute(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For what blocks as long as its client likes and must not hold a worker. */
    void spawn(Runnable task) {
        named("fake-node-stream").newThread(task).start();
    }

    /** Stops all work at once. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
