package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * An element of a node's answer with all that is in it, immutable. Comments and processing instructions are not kept.
 *
 * @param name as written, prefix included: BBB puts raw keys into element names, so namespaces mean nothing
 * @param attributes in order
 * @param children in order
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlPart> children) implements XmlPart {

    private static final String METADATA = "metadata";

    XmlElement {
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The child elements. */
    Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** The first child element of that name. */
    Optional<XmlElement> child(String childName) {
        for (XmlPart part : children) {
            if (part instanceof XmlElement child && child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The text in the first child element of that name, not stripped. */
    Optional<String> childText(String childName) {
        return child(childName).map(XmlElement::text);
    }

    /** All text in here, that of elements further down included. */
    @Override
    public String text() {
        if (children.size() == 1) {
            return children.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        children.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /**
     * Leaves out the children of every {@code metadata} element whose names the predicate accepts, at any depth. What
     * has none, as most of a long list, is not copied.
     */
    XmlElement withoutMetadata(Predicate<String> hidden) {
        boolean metadata = name.equals(METADATA);
        List<XmlPart> kept = new ArrayList<>(children.size());
        boolean same = true;
        for (XmlPart part : children) {
            if (!(part instanceof XmlElement child)) {
                kept.add(part);
            } else if (metadata && hidden.test(child.name)) {
                same = false;
            } else {
                XmlElement cleaned = child.withoutMetadata(hidden);
                same &= cleaned == child;
                kept.add(cleaned);
            }
        }
        return same ? this : new XmlElement(name, attributes, kept);
    }

    /** Changes the first child element of that name. */
    private XmlElement changing(String childName, UnaryOperator<XmlElement> change) {
        List<XmlPart> changed = new ArrayList<>(children);
        child(childName).ifPresent(child -> changed.set(children.indexOf(child), change.apply(child)));
        return new XmlElement(name, attributes, changed);
    }

    private XmlElement adding(XmlPart part) {
        return new XmlElement(
                name,
                attributes,
                Stream.concat(children.stream(), Stream.of(part)).toList());
    }

    /** Marks the end of the child element {@code metadata}, if there is one. */
    XmlElement withMarkInMetadata() {
        return changing(METADATA, metadata -> metadata.adding(new XmlPart.Mark()));
    }

    /** Adds to the child element {@code metadata}, if there is one. */
    XmlElement withMetadata(Map<String, String> more) {
        XmlElement changed = this;
        for (Map.Entry<String, String> entry : more.entrySet()) {
            XmlElement added =
                    new XmlElement(entry.getKey(), Map.of(), List.of(new XmlPart.Characters(entry.getValue())));
            changed = changed.changing(METADATA, metadata -> metadata.adding(added));
        }
        return changed;
    }

    /** Empties the child elements of that name. */
    XmlElement withoutText(String childName) {
        return new XmlElement(
                name,
                attributes,
                children.stream()
                        .map(part -> part instanceof XmlElement child && child.name.equals(childName)
                                ? new XmlElement(childName, child.attributes, List.of())
                                : part)
                        .toList());
    }

    @Override
    public void writeTo(XmlOutput out) throws XMLStreamException {
        if (children.isEmpty()) {
            out.empty(name, attributes);
            return;
        }
        out.open(name, attributes);
        for (XmlPart child : children) {
            child.writeTo(out);
        }
        out.close();
    }
}
