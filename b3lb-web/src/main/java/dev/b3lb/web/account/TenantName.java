package dev.b3lb.web.account;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tenant's account is named in host names and paths: {@code acme}, {@code acme-5} or {@code acme-005}.
 *
 * @param slug the tenant's slug, upper case
 * @param named the sub id, 0 to 999, if one is named; {@code acme} may mean the whole tenant, {@code acme-0} may not
 */
public record TenantName(String slug, OptionalInt named) {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z][A-Za-z0-9]{1,9})(?:-([0-9]{1,3}))?");

    /** Reads a part of a host name or path; empty if it names no tenant. */
    public static Optional<TenantName> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt subId =
                matcher.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(2)));
        return Optional.of(new TenantName(matcher.group(1).toUpperCase(Locale.ROOT), subId));
    }

    /** The sub id of the account that it names: 0 when none is said. */
    public int subId() {
        return named.orElse(0);
    }
}
