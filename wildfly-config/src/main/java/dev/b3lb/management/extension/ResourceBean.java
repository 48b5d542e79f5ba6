package dev.b3lb.management.extension;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.dmr.ModelNode;

/**
 * Numbers of one resource of the server's management model, as a management bean. All that are asked for together are
 * read together. A number that the resource does not tell is left out.
 */
final class ResourceBean implements DynamicMBean {

    private final PathAddress address;
    private final List<String> attributes;
    private final UnaryOperator<ModelNode> model;

    /**
     * @param attributes the names of the numbers, as the resource calls them
     * @param model carries out an operation and tells the reply
     */
    ResourceBean(PathAddress address, List<String> attributes, UnaryOperator<ModelNode> model) {
        this.address = address;
        this.attributes = List.copyOf(attributes);
        this.model = model;
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        ModelNode resource = resource();
        AttributeList numbers = new AttributeList();
        Arrays.stream(names)
                .filter(attributes::contains)
                .filter(resource::hasDefined)
                .map(name -> new Attribute(name, resource.get(name).asLong()))
                .forEach(numbers::add);
        return numbers;
    }

    private ModelNode resource() {
        ModelNode read = Util.createOperation("read-resource", address);
        read.get("include-runtime").set(true);
        read.get("resolve-expressions").set(true);
        ModelNode reply = model.apply(read);
        return reply.get("outcome").asString().equals("success") ? reply.get("result") : new ModelNode();
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        return getAttributes(new String[] {name}).asList().stream()
                .findFirst()
                .map(Attribute::getValue)
                .orElseThrow(() -> new AttributeNotFoundException(name));
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList values) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature) throws ReflectionException {
        throw new ReflectionException(new NoSuchMethodException(operation), "There is no operation " + operation);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return new MBeanInfo(
                ResourceBean.class.getName(),
                "Numbers of " + address.toCLIStyleString(),
                attributes.stream()
                        .map(name -> new MBeanAttributeInfo(name, Long.class.getName(), name, true, false, false))
                        .toArray(MBeanAttributeInfo[]::new),
                null,
                null,
                null);
    }
}
