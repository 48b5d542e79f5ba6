package dev.b3lb.management.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jboss.as.controller.PathAddress;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceBeanTest {

    private final List<ModelNode> operations = new ArrayList<>();
    private final ModelNode reply = new ModelNode();
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private ObjectName name;

    @BeforeEach
    void register() throws Exception {
        name = new ObjectName("dev.b3lb:type=pool,name=x");
        reply.get("outcome").set("success");
        reply.get("result", "busy").set(3);
        reply.get("result", "limit").set("64");
        reply.get("result", "secret").set("no number");
        reply.get("result", "empty");
        server.registerMBean(
                new ResourceBean(
                        PathAddress.parseCLIStyleAddress("/subsystem=x/pool=y"),
                        List.of("busy", "limit", "empty", "absent"),
                        this::execute),
                name);
    }

    private ModelNode execute(ModelNode operation) {
        operations.add(operation);
        return reply;
    }

    @Test
    void numbers_are_read_together_and_what_the_resource_does_not_tell_is_left_out() throws Exception {
        assertThat(server.getAttributes(name, new String[] {"busy", "limit", "empty", "absent", "secret"})
                        .asList())
                .containsExactly(new Attribute("busy", 3L), new Attribute("limit", 64L));

        assertThat(operations).hasSize(1);
        assertThat(operations.get(0).get("operation").asString()).isEqualTo("read-resource");
        assertThat(operations.get(0).get("address").asString()).contains("\"pool\" => \"y\"");
        assertThat(operations.get(0).get("include-runtime").asBoolean()).isTrue();
    }

    @Test
    void one_number_can_be_read_alone() throws Exception {
        assertThat(server.getAttribute(name, "busy")).isEqualTo(3L);
        assertThatThrownBy(() -> server.getAttribute(name, "secret")).isInstanceOf(AttributeNotFoundException.class);
    }

    @Test
    void a_resource_that_cannot_be_read_tells_nothing() throws Exception {
        reply.get("outcome").set("failed");

        assertThat(server.getAttributes(name, new String[] {"busy"})).isEmpty();
    }

    @Test
    void nothing_can_be_changed_or_called() {
        assertThatThrownBy(() -> server.setAttribute(name, new Attribute("busy", 1L)))
                .isInstanceOf(AttributeNotFoundException.class);
        assertThatThrownBy(() -> server.invoke(name, "flush", new Object[0], new String[0]))
                .hasMessageContaining("flush");
        assertThat(operations).isEmpty();
    }

    @Test
    void it_says_which_numbers_there_are() throws Exception {
        assertThat(server.getMBeanInfo(name).getAttributes())
                .extracting(attribute -> attribute.getName() + " " + attribute.isWritable())
                .containsExactly("busy false", "limit false", "empty false", "absent false");
    }
}
