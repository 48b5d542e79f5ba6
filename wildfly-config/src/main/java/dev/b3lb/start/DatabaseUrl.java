package dev.b3lb.start;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the database is and who logs in, as DATABASE_URL says it:
 * {@code postgresql://user:password@host:port/database?sslmode=require}.
 *
 * @param host host name or address; an IPv6 address in brackets
 * @param port TCP port
 * @param database name of the database
 * @param user name of the role that logs in
 * @param password its password; empty when the server wants none
 * @param sslMode sslmode as PostgreSQL's clients know it, when it is given
 * @param sslRootCertificate file with the certificates to trust, when it is given
 */
record DatabaseUrl(
        String host,
        int port,
        String database,
        String user,
        String password,
        Optional<String> sslMode,
        Optional<String> sslRootCertificate) {

    private static final String FORM = "postgresql://user:password@host:port/database";
    private static final Pattern URL = Pattern.compile("(?:postgresql|postgres|psql)://(.*)@([^@]*)", Pattern.DOTALL);
    private static final Pattern PLACE =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/([^/?]+)(?:\\?(.*))?");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /**
     * Takes a DATABASE_URL apart. All parts may be percent-encoded; only {@code @} and what follows it in the password
     * is taken as it stands when it is not.
     *
     * @param url the value of DATABASE_URL
     * @return its parts, decoded
     * @throws WrongSetting when it is not of the form above; the message does not hold the password
     */
    static DatabaseUrl parse(String url) throws WrongSetting {
        Matcher whole = URL.matcher(url.strip());
        if (!whole.matches()) {
            throw malformed();
        }
        Matcher place = PLACE.matcher(whole.group(2));
        if (!place.matches()) {
            throw malformed();
        }
        String[] login = whole.group(1).split(":", 2);
        if (login[0].isEmpty()) {
            throw new WrongSetting("DATABASE_URL names no user; it must be of the form " + FORM + ".");
        }
        Map<String, String> options = options(place.group(4) == null ? "" : place.group(4));
        return new DatabaseUrl(
                place.group(1),
                port(place.group(2)),
                decoded(place.group(3)),
                decoded(login[0]),
                login.length == 2 ? decoded(login[1]) : "",
                sslMode(options),
                Optional.ofNullable(options.get("sslrootcert")));
    }

    /**
     * {@return the environment variables from which the server's configuration makes its datasource} Text is escaped
     * so that it survives WildFly's expressions; the database's name is percent-encoded since it becomes part of a URL.
     */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("B3LB_DB_HOST", host);
        variables.put("B3LB_DB_PORT", Integer.toString(port));
        variables.put("B3LB_DB_NAME", encodedDatabase());
        variables.put("B3LB_DB_USER", ServerExpression.literally(user));
        // WildFly takes no empty password; a database that wants none does not look at it
        variables.put("B3LB_DB_PASSWORD", password.isEmpty() ? "none" : ServerExpression.literally(password));
        sslMode.ifPresent(mode -> variables.put("B3LB_DB_SSLMODE", mode));
        sslRootCertificate.ifPresent(file -> variables.put("B3LB_DB_SSLROOTCERT", ServerExpression.literally(file)));
        return variables;
    }

    /** {@return the URL under which PostgreSQL's driver finds the database, without user and password} */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encodedDatabase();
    }

    /** {@return host and port, for messages} */
    String place() {
        return host + ":" + port;
    }

    /** {@return everything but the password} */
    @Override
    public String toString() {
        return user + "@" + place() + "/" + database;
    }

    private String encodedDatabase() {
        return URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int port(String digits) throws WrongSetting {
        int port = digits == null ? 5432 : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new WrongSetting("The port in DATABASE_URL must be from 1 to 65535, not " + port + ".");
        }
        return port;
    }

    private static Map<String, String> options(String query) throws WrongSetting {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query.split("&")) {
            String[] pair = option.split("=", 2);
            if (option.isEmpty()) {
                continue;
            }
            if (!Set.of("sslmode", "sslrootcert").contains(pair[0]) || pair.length != 2) {
                throw new WrongSetting(
                        "DATABASE_URL has the option " + pair[0] + "; only sslmode=... and sslrootcert=... are known.");
            }
            options.put(pair[0], decoded(pair[1]));
        }
        return options;
    }

    private static Optional<String> sslMode(Map<String, String> options) throws WrongSetting {
        Optional<String> mode = Optional.ofNullable(options.get("sslmode"));
        if (mode.isPresent() && !SSL_MODES.contains(mode.get())) {
            throw new WrongSetting("sslmode in DATABASE_URL must be disable, allow, prefer, require, verify-ca or"
                    + " verify-full, not " + mode.get() + ".");
        }
        return mode;
    }

    private static String decoded(String text) throws WrongSetting {
        if (text.matches("(?s).*%(?![0-9A-Fa-f]{2}).*")) {
            throw new WrongSetting(
                    "DATABASE_URL has a % without two hex digits after it; write %25 for a percent sign.");
        }
        // A plus is a plus here, unlike in forms
        String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (decoded.indexOf('\0') >= 0) {
            throw new WrongSetting("DATABASE_URL has a %00, which no part of it may hold.");
        }
        return decoded;
    }

    private static WrongSetting malformed() {
        return new WrongSetting("DATABASE_URL must be of the form " + FORM
                + "; characters such as / ? # @ in user and password are written as %2F %3F %23 %40.");
    }
}
