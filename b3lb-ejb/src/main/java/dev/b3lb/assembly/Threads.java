package dev.b3lb.assembly;

import dev.b3lb.server.StopSignal;
import dev.b3lb.server.WindingDown;
import dev.b3lb.trace.RequestScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads in which work goes on that waited for something: the container's, and at the very end some of ours. */
@ApplicationScoped
public class Threads {

    private static final int SPARE = 16;
    private static final int SPARE_KEPT_SECONDS = 5;
    private static final int MOST_WAITING = 10_000;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/b3lb")
    private ManagedExecutorService managed;

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    private StopSignal stop;

    private ThreadPoolExecutor spare;

    @PostConstruct
    void makeSpare() {
        spare = new ThreadPoolExecutor(
                SPARE, SPARE, SPARE_KEPT_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), factory);
        spare.allowCoreThreadTimeOut(true);
    }

    /** Where work goes on after waiting for something, for the same request. */
    @Produces
    @Dependent
    public Executor executor() {
        return RequestScope.following(new WindingDown(managed, spare, stop::given));
    }

    @PreDestroy
    void endSpare() {
        spare.shutdownNow();
    }
}
