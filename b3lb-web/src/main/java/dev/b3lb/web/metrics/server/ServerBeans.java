package dev.b3lb.web.metrics.server;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/** Reads figures from management beans, all of one bean together. */
final class ServerBeans {

    private static final Logger LOG = Logger.getLogger(ServerBeans.class);

    private final MBeanServer beans;

    /** @param beans where they are */
    ServerBeans(MBeanServer beans) {
        this.beans = beans;
    }

    /** Those of this process, which the server's are among. */
    static ServerBeans ofThisProcess() {
        return new ServerBeans(ManagementFactory.getPlatformMBeanServer());
    }

    /** The figures as they are now, by the names of their metrics; what is not to be had is left out. */
    Map<String, Double> read(Collection<PoolFigure> figures) {
        Map<String, Double> all = new TreeMap<>();
        figures.stream().collect(groupingBy(PoolFigure::bean)).forEach((bean, ofBean) -> {
            Map<String, Double> told = ofBean(bean, ofBean);
            ofBean.stream()
                    .filter(figure -> told.containsKey(figure.attribute()))
                    .forEach(figure -> all.put(figure.name(), told.get(figure.attribute())));
        });
        return all;
    }

    private Map<String, Double> ofBean(String bean, List<PoolFigure> figures) {
        String[] names = figures.stream().map(PoolFigure::attribute).toArray(String[]::new);
        try {
            List<Attribute> told = new ArrayList<>();
            for (ObjectName match : matching(new ObjectName(bean))) {
                told.addAll(beans.getAttributes(match, names).asList());
            }
            return told.stream()
                    .filter(attribute -> attribute.getValue() instanceof Number)
                    .collect(groupingBy(Attribute::getName, summingDouble(attribute -> ((Number) attribute.getValue())
                            .doubleValue())));
        } catch (JMException | JMRuntimeException failed) {
            LOG.debugf(failed, "The bean %s cannot be read", bean);
            return Map.of();
        }
    }

    private Set<ObjectName> matching(ObjectName name) {
        return name.isPattern() ? beans.queryNames(name, null) : Set.of(name);
    }
}
