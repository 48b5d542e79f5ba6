package dev.b3lb.settings;

import static dev.b3lb.settings.Setting.optional;
import static dev.b3lb.settings.Setting.required;
import static dev.b3lb.settings.Setting.withDefault;

import dev.b3lb.bbb.ChecksumAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that can be set from outside, read once and checked at start. A setting is a constant here; its value comes from
 * {@link #get}.
 */
public final class Settings {

    /** What people see of a secret. */
    private static final String HIDDEN = "***";

    /** Where tenants' host names end. */
    public static final Setting<String> API_BASE_DOMAIN = required(
            "B3LB_API_BASE_DOMAIN",
            SettingParsers::hostName,
            "The domain under which the API answers; tenants are reached at {tenant}.{domain}");

    /** What links that are given out begin with. */
    public static final Setting<Optional<URI>> PUBLIC_URL = optional(
            "B3LB_PUBLIC_URL",
            SettingParsers::httpUrl,
            "Scheme, host and port of links that are given out; https:// and the base domain if not set");

    /** Whose API answers on the base domain itself. */
    public static final Setting<Optional<String>> DEFAULT_TENANT = optional(
            "B3LB_DEFAULT_TENANT",
            SettingParsers::tenantSlug,
            "The slug of the tenant whose API answers on the base domain itself");

    /** Peers whose X-Forwarded-Host, X-Forwarded-For and X-Request-ID are believed. */
    public static final Setting<AddressRanges> TRUSTED_PROXIES = withDefault(
            "B3LB_TRUSTED_PROXIES",
            "127.0.0.0/8,::1/128",
            AddressRanges::parse,
            "Addresses (CIDR, commas between them) of proxies whose X-Forwarded-Host, X-Forwarded-For and X-Request-ID are"
                    + " believed; by default those of this machine");

    /** Hashes that clients may use for checksums. */
    public static final Setting<Set<ChecksumAlgorithm>> ALLOWED_SHA_ALGORITHMS = withDefault(
            "B3LB_ALLOWED_SHA_ALGORITHMS",
            "sha1,sha256,sha384,sha512",
            SettingParsers.choices(ChecksumAlgorithm.class),
            "Hashes that clients may use for checksums: sha1, sha256, sha384, sha512");

    /** Whether form bodies need not be covered by the checksum. */
    public static final Setting<Boolean> ACCEPT_UNSIGNED_BODY = withDefault(
            "B3LB_ACCEPT_UNSIGNED_BODY",
            "true",
            SettingParsers::yesOrNo,
            "Whether a form POST is taken whose checksum does not cover the body, as BBB 3 does");

    /** Scheme of nodes for which none is given. */
    public static final Setting<String> NODE_PROTOCOL = withDefault(
            "B3LB_NODE_PROTOCOL", "https", SettingParsers::protocol, "Protocol of nodes that are added without one");

    /** Domain of nodes for which none is given. */
    public static final Setting<String> NODE_DEFAULT_DOMAIN = withDefault(
            "B3LB_NODE_DEFAULT_DOMAIN",
            "bbbconf.de",
            SettingParsers::hostName,
            "Domain of nodes that are added without one");

    /** Cluster of nodes for which none is given. */
    public static final Setting<Optional<String>> DEFAULT_CLUSTER = optional(
            "B3LB_DEFAULT_CLUSTER",
            text -> text,
            "Name of the cluster that servers:add puts nodes into; the only one there is if not set");

    /** Path of the BBB API on a node. */
    public static final Setting<String> NODE_BBB_ENDPOINT = withDefault(
            "B3LB_NODE_BBB_ENDPOINT", "bigbluebutton/api/", SettingParsers::path, "Path of the BBB API on a node");

    /** Path of the load value on a node. */
    public static final Setting<String> NODE_LOAD_ENDPOINT =
            withDefault("B3LB_NODE_LOAD_ENDPOINT", "b3lb/load", SettingParsers::path, "Path of the CPU load on a node");

    /** Time limit of calls to nodes that read. */
    public static final Setting<Duration> NODE_REQUEST_TIMEOUT = withDefault(
            "B3LB_NODE_REQUEST_TIMEOUT",
            "5s",
            SettingParsers::timeLimit,
            "How long a client's call waits for the answer of a node");

    /** Time limit of one create. */
    public static final Setting<Duration> NODE_CREATE_TIMEOUT = withDefault(
            "B3LB_NODE_CREATE_TIMEOUT",
            "20s",
            SettingParsers::timeLimit,
            "How long one create waits for the answer of one node");

    /** Time limit of a create with all its attempts. */
    public static final Setting<Duration> CREATE_TOTAL = withDefault(
            "B3LB_CREATE_TOTAL",
            "25s",
            SettingParsers::timeLimit,
            "How long a create may take with all attempts on further nodes");

    /** Further nodes that a create may try. */
    public static final Setting<Integer> CREATE_RETRIES = withDefault(
            "B3LB_CREATE_RETRIES",
            "2",
            SettingParsers.number(0, 10),
            "How many further nodes a create tries when one fails");

    /** Bad polls in a row that make a node DOWN. */
    public static final Setting<Integer> NODE_UNHEALTHY_THRESHOLD = withDefault(
            "B3LB_NODE_UNHEALTHY_THRESHOLD",
            "3",
            SettingParsers.number(1, 100),
            "How many bad polls in a row make a node DOWN");

    /** Good polls in a row that make a DOWN node ACTIVE. */
    public static final Setting<Integer> NODE_HEALTHY_THRESHOLD = withDefault(
            "B3LB_NODE_HEALTHY_THRESHOLD",
            "1",
            SettingParsers.number(1, 100),
            "How many good polls in a row make a node that was DOWN ACTIVE again");

    /** How long meetings of a DOWN node stay known. */
    public static final Setting<Duration> NODE_GRACE = withDefault(
            "B3LB_NODE_GRACE",
            "90s",
            SettingParsers::duration,
            "How long a meeting stays with a node that is DOWN before a create places it anew");

    /** How long a meeting that nobody here has created is left alone. */
    public static final Setting<Duration> ORPHAN_TIMEOUT = withDefault(
            "B3LB_ORPHAN_TIMEOUT",
            "0",
            SettingParsers::duration,
            "How long a meeting on a node that was not created here is left alone before it is ended; 0 for ever");

    /** Time between two polls of a node. */
    public static final Setting<Duration> POLL_INTERVAL =
            withDefault("B3LB_POLL_INTERVAL", "15s", SettingParsers::timeLimit, "Time between two polls of a node");

    /** Time limit of a poll. */
    public static final Setting<Duration> POLL_TIMEOUT =
            withDefault("B3LB_POLL_TIMEOUT", "10s", SettingParsers::timeLimit, "How long a poll waits for a node");

    /** Bytes that a node may answer to a poll. */
    public static final Setting<Long> NODE_MAX_RESPONSE = withDefault(
            "B3LB_NODE_MAX_RESPONSE",
            "64MiB",
            SettingParsers::size,
            "The largest answer of a node that is read, in bytes or with K, M, G");

    /** Bytes of memory for the lists of meetings. */
    public static final Setting<Long> MEETING_LIST_CACHE = withDefault(
            "B3LB_MEETING_LIST_CACHE",
            "128MiB",
            SettingParsers::size,
            "Memory of each server for what getMeetings tells, in bytes or with K, M, G; at most a sixth of the heap");

    /** Metadatum that carries the nonce of a record set. */
    public static final Setting<String> RECORD_META_DATA_TAG = withDefault(
            "B3LB_RECORD_META_DATA_TAG",
            "b3lb-recordset",
            SettingParsers::metadatum,
            "Name of the metadatum that carries the nonce of a record set to the node");

    /** How far hints at a meeting's size are believed. */
    public static final Setting<Integer> SIZE_HINT_MAX = withDefault(
            "B3LB_SIZE_HINT_MAX",
            "500",
            SettingParsers.number(0, 100_000),
            "The most attendees that a create may announce by meta_bbb-meeting-size-hint; 0 ignores such hints");

    /** How long sizes of meetings are kept. */
    public static final Setting<Duration> SIZE_HISTORY_KEEP = withDefault(
            "B3LB_SIZE_HISTORY_KEEP",
            "90d",
            SettingParsers::timeLimit,
            "How long it is kept how large a room's meetings were, from which the size of the next is guessed");

    /** Where the pool's people are. */
    public static final Setting<ZoneId> TIME_ZONE = withDefault(
            "TIME_ZONE",
            "UTC",
            SettingParsers::timeZone,
            "Time zone of most users, such as Europe/Berlin: rooms and tenants have their habits by the hour");

    /** How long audit records are kept. */
    public static final Setting<Duration> AUDIT_KEEP = withDefault(
            "B3LB_AUDIT_KEEP",
            "365d",
            SettingParsers::timeLimit,
            "How long records of operators' changes and log-ins are kept");

    /** Whether clients may choose how to dial in. */
    public static final Setting<Boolean> ALLOW_VOICE_BRIDGE = withDefault(
            "B3LB_ALLOW_VOICE_BRIDGE",
            "false",
            SettingParsers::yesOrNo,
            "Whether a create's voiceBridge, webVoice and dialNumber and a join's webVoiceConf go to the node");

    /** How long a meeting may last. */
    public static final Setting<Integer> MAX_MEETING_DURATION = withDefault(
            "B3LB_MAX_MEETING_DURATION",
            "0",
            SettingParsers.number(0, 525_600),
            "How many minutes a meeting may last; 0 for no limit");

    /** Bytes of metadata that one meeting may put into lists. */
    public static final Setting<Long> META_MAX = withDefault(
            "B3LB_META_MAX",
            "64KiB",
            SettingParsers::size,
            "The most metadata that a create may have, names and values together, in bytes or with K, M, G");

    /** Internal networks that tenants' addresses may be in. */
    public static final Setting<AddressRanges> CALLBACK_ALLOWED_NETWORKS = withDefault(
            "B3LB_CALLBACK_ALLOWED_NETWORKS",
            "",
            AddressRanges::parse,
            "Internal networks (CIDR, commas between them) to which calls that tenants asked for may go");

    /** The language of pages for people whose browser asks for none that we have. */
    public static final Setting<String> LANGUAGE_CODE = withDefault(
            "LANGUAGE_CODE",
            "en",
            SettingParsers::language,
            "Language of pages for people whose browser wants none of ours: a code such as en or de-de");

    /** Who may read metrics and statistics without being a user in the database. */
    public static final Setting<Optional<String>> METRICS_USER = optional(
            "B3LB_METRICS_USER",
            SettingParsers::userName,
            "Name with which scrapers may read metrics and statistics of everything, besides users with role metrics");

    /** What that one's password is. */
    public static final Setting<Optional<String>> METRICS_PASSWORD = optional(
                    "B3LB_METRICS_PASSWORD",
                    SettingParsers::password,
                    "Password for B3LB_METRICS_USER, 12 to 256 characters; both are set or none")
            .shownAs(password -> HIDDEN);

    /** Whether metrics and statistics of everything are for everybody. */
    public static final Setting<Boolean> METRICS_PUBLIC = withDefault(
            "B3LB_METRICS_PUBLIC",
            "false",
            SettingParsers::yesOrNo,
            "Whether metrics and statistics of everything are told without a log-in; they name tenants and nodes");

    /** Whether counters are told under the names that they have in B3LB too. */
    public static final Setting<Boolean> METRICS_OLD_NAMES = withDefault(
            "B3LB_METRICS_OLD_NAMES",
            "false",
            SettingParsers::yesOrNo,
            "Whether four counters are also told by their names in B3LB; there is no OpenMetrics then");

    /** What this server does. */
    public static final Setting<Set<Role>> ROLES = withDefault(
            "B3LB_ROLES",
            "api,poll,render,console",
            SettingParsers.choices(Role.class),
            "What this server does: api, poll, render, console");

    /** Where Redis is. */
    public static final Setting<Optional<RedisAddress>> CACHE_URL = optional(
                    "CACHE_URL",
                    RedisAddress::parse,
                    "redis://:password@host:port/number; without it servers learn of each other's changes within a second")
            .shownAs(RedisAddress::withoutPassword);

    /** Every setting, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            API_BASE_DOMAIN,
            PUBLIC_URL,
            DEFAULT_TENANT,
            TRUSTED_PROXIES,
            ALLOWED_SHA_ALGORITHMS,
            ACCEPT_UNSIGNED_BODY,
            NODE_PROTOCOL,
            NODE_DEFAULT_DOMAIN,
            DEFAULT_CLUSTER,
            NODE_BBB_ENDPOINT,
            NODE_LOAD_ENDPOINT,
            NODE_REQUEST_TIMEOUT,
            NODE_CREATE_TIMEOUT,
            CREATE_TOTAL,
            CREATE_RETRIES,
            NODE_UNHEALTHY_THRESHOLD,
            NODE_HEALTHY_THRESHOLD,
            NODE_GRACE,
            ORPHAN_TIMEOUT,
            POLL_INTERVAL,
            POLL_TIMEOUT,
            NODE_MAX_RESPONSE,
            MEETING_LIST_CACHE,
            RECORD_META_DATA_TAG,
            SIZE_HINT_MAX,
            SIZE_HISTORY_KEEP,
            AUDIT_KEEP,
            ALLOW_VOICE_BRIDGE,
            MAX_MEETING_DURATION,
            META_MAX,
            CALLBACK_ALLOWED_NETWORKS,
            LANGUAGE_CODE,
            TIME_ZONE,
            METRICS_USER,
            METRICS_PASSWORD,
            METRICS_PUBLIC,
            METRICS_OLD_NAMES,
            ROLES,
            CACHE_URL);

    /** Settings of which one means nothing without the other. */
    private static final Map<Setting<?>, Setting<?>> TOGETHER =
            Map.of(METRICS_USER, METRICS_PASSWORD, METRICS_PASSWORD, METRICS_USER);

    /** Settings of B3LB on Django and Celery that mean nothing here. */
    private static final List<String> WITHOUT_MEANING = List.of(
            "SECRET_KEY",
            "DEBUG",
            "CELERY_BROKER_URL",
            "CACHEOPS_REDIS",
            "CACHEOPS_DEGRADE_ON_FAILURE",
            "WEB_CONCURRENCY");

    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, String> given;
    private final List<String> ignored;

    private Settings(Map<Setting<?>, Object> values, Map<Setting<?>, String> given, List<String> ignored) {
        this.values = Map.copyOf(values);
        this.given = Map.copyOf(given);
        this.ignored = List.copyOf(ignored);
    }

    /**
     * Reads and checks every setting.
     *
     * @param source the text that is set for a name, if any
     * @throws InvalidSettingsException that names every setting that is missing or wrong
     */
    public static Settings read(Function<String, Optional<String>> source) {
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<Setting<?>, String> given = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Setting<?> setting : ALL) {
            Optional<String> text = given(setting, source);
            text.ifPresent(words -> given.put(setting, words));
            try {
                values.put(setting, value(setting, text));
            } catch (IllegalArgumentException refused) {
                problems.add(setting.name() + ": " + refused.getMessage());
            }
        }
        problems.addAll(lonely(given.keySet()));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return new Settings(
                values,
                given,
                WITHOUT_MEANING.stream()
                        .filter(name -> source.apply(name).isPresent())
                        .toList());
    }

    private static Optional<String> given(Setting<?> setting, Function<String, Optional<String>> source) {
        return source.apply(setting.name()).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> lonely(Set<Setting<?>> given) {
        return TOGETHER.entrySet().stream()
                .filter(pair -> given.contains(pair.getKey()) && !given.contains(pair.getValue()))
                .map(pair -> pair.getValue().name() + ": must be set, since "
                        + pair.getKey().name() + " is")
                .toList();
    }

    private static Object value(Setting<?> setting, Optional<String> given) {
        if (given.isEmpty() && setting.required()) {
            throw new IllegalArgumentException("must be set. " + setting.text());
        }
        return setting.parser().apply(given.or(setting::defaultText).orElse(""));
    }

    /** The value that is in force. */
    @SuppressWarnings("unchecked") // the map is filled by each setting's own parser
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** Whether a setting was given from outside, so that its default does not count. */
    public boolean isGiven(Setting<?> setting) {
        return given.containsKey(setting);
    }

    /** The text of the value that is in force, without what is secret in it; empty when nothing is set. */
    public String shown(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting))
                .or(setting::defaultText)
                .map(setting.shown())
                .orElse("");
    }

    /** Names that are set but belong to B3LB on Django and mean nothing here. */
    public List<String> ignored() {
        return ignored;
    }

    /** Scheme, host and port that links begin with, without a slash at the end. */
    public URI publicUrl() {
        return get(PUBLIC_URL).orElseGet(() -> URI.create("https://" + get(API_BASE_DOMAIN)));
    }
}
