package dev.b3lb.batch.instance;

import dev.b3lb.instance.RunningJobs;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Notes while a job runs that it runs on this server. */
@Dependent
@Named
public class NoteRunningJob implements JobListener {

    private final JobContext job;
    private final RunningJobs running;

    @Inject
    NoteRunningJob(JobContext job, RunningJobs running) {
        this.job = job;
        this.running = running;
    }

    @Override
    public void beforeJob() {
        running.begun(job.getExecutionId(), job.getJobName());
    }

    @Override
    public void afterJob() {
        running.ended(job.getExecutionId());
    }
}
