package dev.b3lb.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tenant's account is named in host names and paths: {@code acme}, {@code acme-5} or {@code acme-005}.
 *
 * @param slug the tenant's slug, upper case
 * @param subId 0 to 999
 */
public record TenantName(String slug, int subId) {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z][A-Za-z0-9]{1,9})(?:-([0-9]{1,3}))?");

    /** Reads a part of a host name or path; empty if it names no tenant. */
    public static Optional<TenantName> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int subId = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new TenantName(matcher.group(1).toUpperCase(Locale.ROOT), subId));
    }
}
