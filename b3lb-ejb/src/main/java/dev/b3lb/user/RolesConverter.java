package dev.b3lb.user;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;

/** Keeps roles as words in one column. */
@Converter
public class RolesConverter implements AttributeConverter<Set<AdminRole>, String> {

    @Override
    public String convertToDatabaseColumn(Set<AdminRole> roles) {
        return AdminRole.text(roles);
    }

    @Override
    public Set<AdminRole> convertToEntityAttribute(String words) {
        return Set.copyOf(AdminRole.parse(words));
    }
}
