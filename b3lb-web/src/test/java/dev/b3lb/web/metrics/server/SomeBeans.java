package dev.b3lb.web.metrics.server;

import java.util.HashMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Management beans that tests make up. */
final class SomeBeans {

    final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Map<String, Values> beans = new HashMap<>();

    /** Sets a value of a bean, which is made when it is not there. */
    SomeBeans with(String bean, String attribute, Object value) {
        beans.computeIfAbsent(bean, this::register).values.put(attribute, value);
        return this;
    }

    private Values register(String name) {
        try {
            Values bean = new Values();
            server.registerMBean(bean, new ObjectName(name));
            return bean;
        } catch (JMException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Values implements DynamicMBean {

        private final Map<String, Object> values = new HashMap<>();

        @Override
        public Object getAttribute(String name) {
            return values.get(name);
        }

        @Override
        public AttributeList getAttributes(String[] names) {
            AttributeList list = new AttributeList();
            for (String name : names) {
                if (values.containsKey(name)) {
                    list.add(new Attribute(name, values.get(name)));
                }
            }
            return list;
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object invoke(String name, Object[] arguments, String[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return new MBeanInfo(Values.class.getName(), "made up", null, null, null, null);
        }
    }
}
