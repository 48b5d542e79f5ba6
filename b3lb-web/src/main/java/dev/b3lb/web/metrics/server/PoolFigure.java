package dev.b3lb.web.metrics.server;

import java.util.List;

/**
 * A figure of one of the server's pools, which one of the server's management beans tells from memory.
 *
 * @param name of the metric, without what its kind adds
 * @param kind what it tells
 * @param bean the management bean's name, perhaps a pattern: then the figures of all that match are added up
 * @param attribute the bean's attribute
 * @param text what it means
 */
record PoolFigure(String name, Kind kind, String bean, String attribute, String text) {

    /** What figures tell. */
    enum Kind {
        /** How much there is now. */
        GAUGE,
        /** How much there has been since the server's start. */
        COUNTER
    }

    private static final String DATABASE = "dev.b3lb:type=pool,name=database";
    private static final String EXECUTOR = "dev.b3lb:type=pool,name=executor";
    private static final String WORKER = "org.xnio:type=Xnio,provider=\"nio\",worker=\"default\"";
    private static final String LISTENERS = WORKER + ",address=*";

    /** All of them. */
    static final List<PoolFigure> ALL = List.of(
            gauge("database_connections", DATABASE, "ActiveCount", "Connections to the database that are open"),
            gauge("database_connections_in_use", DATABASE, "InUseCount", "Connections to the database that are in use"),
            gauge(
                    "database_connections_available",
                    DATABASE,
                    "AvailableCount",
                    "Connections to the database that may still be taken, whether or not they are open"),
            gauge(
                    "database_connections_most_used",
                    DATABASE,
                    "MaxUsedCount",
                    "Connections to the database that were in use at one time, the most since the start"),
            counter(
                    "database_connection_waits",
                    DATABASE,
                    "WaitCount",
                    "How often somebody had to wait for a connection to the database"),
            counter(
                    "database_connection_failures",
                    DATABASE,
                    "BlockingFailureCount",
                    "How often somebody waited for a connection to the database in vain"),
            counter(
                    "database_connections_made",
                    DATABASE,
                    "CreatedCount",
                    "Connections to the database that were opened"),
            counter(
                    "database_connections_closed",
                    DATABASE,
                    "DestroyedCount",
                    "Connections to the database that were closed"),
            gauge(
                    "executor_threads",
                    EXECUTOR,
                    "thread-count",
                    "Threads for what goes on after waiting, and for polling"),
            gauge("executor_threads_active", EXECUTOR, "active-thread-count", "Those of them that are at work"),
            gauge("executor_threads_limit", EXECUTOR, "max-threads", "The most that there may be"),
            gauge("executor_queue", EXECUTOR, "current-queue-size", "Tasks that wait for one of these threads"),
            gauge("executor_queue_limit", EXECUTOR, "queue-length", "The most that may wait; more are refused"),
            counter("executor_tasks", EXECUTOR, "completed-task-count", "Tasks that these threads have done"),
            gauge("http_threads", WORKER, "WorkerPoolSize", "Threads that carry out requests"),
            gauge("http_threads_busy", WORKER, "BusyWorkerThreadCount", "Those of them that are at work"),
            gauge("http_threads_limit", WORKER, "MaxWorkerPoolSize", "The most that there may be"),
            gauge("http_queue", WORKER, "WorkerQueueSize", "Requests that wait for one of these threads"),
            gauge("http_connections", LISTENERS, "ConnectionCount", "Connections of clients that are open"));

    private static PoolFigure gauge(String name, String bean, String attribute, String text) {
        return new PoolFigure(name, Kind.GAUGE, bean, attribute, text);
    }

    private static PoolFigure counter(String name, String bean, String attribute, String text) {
        return new PoolFigure(name, Kind.COUNTER, bean, attribute, text);
    }
}
