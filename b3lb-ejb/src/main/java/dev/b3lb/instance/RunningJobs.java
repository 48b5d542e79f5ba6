package dev.b3lb.instance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The batch jobs that run on this server. The job repository knows those of all servers, but not which runs where. */
@ApplicationScoped
public class RunningJobs {

    private final Map<Long, String> names = new ConcurrentHashMap<>();

    /** A job runs here from now on. */
    public void begun(long execution, String name) {
        names.put(execution, name);
    }

    /** A job runs no more, however it ended. */
    public void ended(long execution) {
        names.remove(execution);
    }

    /** Their names in order; a job that runs twice is there twice. */
    public List<String> names() {
        return names.values().stream().sorted().toList();
    }
}
