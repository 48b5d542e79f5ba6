package dev.b3lb.bbb;

import java.util.List;
import java.util.Optional;

/** The fields of a multipart form; nobody signs its text. */
record FormFields(QueryParameters all) implements RequestPart {

    static final FormFields NONE = new FormFields(QueryParameters.none());

    @Override
    public List<String> checksums() {
        return all.all().stream()
                .filter(field -> field.name().equals(CHECKSUM))
                .map(field -> WireText.sanitized(field.value()))
                .toList();
    }

    @Override
    public boolean hasOthers() {
        return all.all().stream().anyMatch(field -> !field.name().equals(CHECKSUM));
    }

    @Override
    public Optional<String> first(String name) {
        return all.first(name);
    }

    @Override
    public QueryParameters others() {
        return all.without(CHECKSUM::equals);
    }
}
