package dev.b3lb.management.extension;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.as.controller.ModelControllerClientFactory;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.jboss.logging.Logger;
import org.jboss.msc.Service;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StartException;
import org.jboss.msc.service.StopContext;

/**
 * Shows the figures of the server's pools to the application. WildFly's own management beans obey its access control,
 * which is for people and knows no application: with roles it would refuse.
 */
final class PoolBeans implements Service {

    private static final Logger LOG = Logger.getLogger(PoolBeans.class);

    private final Supplier<ModelControllerClientFactory> clients;
    private final MBeanServer beans;
    private ModelControllerClient client;

    PoolBeans(Supplier<ModelControllerClientFactory> clients) {
        this.clients = clients;
        this.beans = ManagementFactory.getPlatformMBeanServer();
    }

    @Override
    public void start(StartContext context) throws StartException {
        client = clients.get().createSuperUserClient(Runnable::run);
        try {
            for (Map.Entry<ObjectName, ResourceBean> bean : all().entrySet()) {
                beans.registerMBean(bean.getValue(), bean.getKey());
            }
        } catch (JMException failed) {
            throw new StartException(failed);
        }
    }

    @Override
    public void stop(StopContext context) {
        try {
            for (ObjectName name : all().keySet()) {
                unregister(name);
            }
            client.close();
        } catch (JMException | IOException failed) {
            LOG.warn("Figures of the server's pools stay behind", failed);
        }
    }

    private void unregister(ObjectName name) throws JMException {
        try {
            beans.unregisterMBean(name);
        } catch (InstanceNotFoundException gone) {
            LOG.debug("It is not there any more", gone);
        }
    }

    private Map<ObjectName, ResourceBean> all() throws JMException {
        Map<ObjectName, ResourceBean> all = new LinkedHashMap<>();
        all.put(
                name("database"),
                new ResourceBean(
                        PathAddress.parseCLIStyleAddress("/subsystem=datasources/data-source=B3lbDS/statistics=pool"),
                        List.of(
                                "ActiveCount",
                                "InUseCount",
                                "AvailableCount",
                                "MaxUsedCount",
                                "WaitCount",
                                "BlockingFailureCount",
                                "CreatedCount",
                                "DestroyedCount"),
                        this::execute));
        all.put(
                name("executor"),
                new ResourceBean(
                        PathAddress.parseCLIStyleAddress("/subsystem=ee/managed-executor-service=b3lb"),
                        List.of(
                                "thread-count",
                                "active-thread-count",
                                "max-threads",
                                "current-queue-size",
                                "queue-length",
                                "completed-task-count"),
                        this::execute));
        return all;
    }

    private static ObjectName name(String pool) throws JMException {
        return new ObjectName("dev.b3lb:type=pool,name=" + pool);
    }

    private ModelNode execute(ModelNode operation) {
        try {
            return client.execute(operation);
        } catch (IOException failed) {
            throw new IllegalStateException("The management model cannot be read", failed);
        }
    }
}
