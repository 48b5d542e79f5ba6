package dev.b3lb.bbb;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calls of BBB's API that are secured by a checksum. The calls that live on a session token, those
 * that BBB dropped, and the web hooks' are not among them: for the balancer they are unknown.
 */
public enum ApiCall {
    CREATE("create", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM_AND_XML),
    JOIN("join", Methods.GET, Answer.XML, BodyTypes.FORM),
    IS_MEETING_RUNNING("isMeetingRunning", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    END("end", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    GET_MEETING_INFO("getMeetingInfo", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    GET_MEETINGS("getMeetings", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    GET_SESSIONS("getSessions", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    INSERT_DOCUMENT("insertDocument", Methods.POST, Answer.XML, BodyTypes.XML),
    SEND_CHAT_MESSAGE("sendChatMessage", Methods.GET, Answer.XML, BodyTypes.FORM),
    GET_RECORDINGS("getRecordings", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    PUBLISH_RECORDINGS("publishRecordings", Methods.GET, Answer.XML, BodyTypes.FORM),
    DELETE_RECORDINGS("deleteRecordings", Methods.GET, Answer.XML, BodyTypes.FORM),
    UPDATE_RECORDINGS("updateRecordings", Methods.GET_AND_POST, Answer.XML, BodyTypes.FORM),
    GET_RECORDING_TEXT_TRACKS("getRecordingTextTracks", Methods.GET_AND_POST, Answer.JSON, BodyTypes.FORM),
    PUT_RECORDING_TEXT_TRACK("putRecordingTextTrack", Methods.POST, Answer.JSON, BodyTypes.FORM);

    private static final Map<String, ApiCall> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ApiCall::wireName, Function.identity()));

    private static final Set<ApiCall> READING_CALLS = EnumSet.of(
            IS_MEETING_RUNNING,
            GET_MEETING_INFO,
            GET_MEETINGS,
            GET_SESSIONS,
            GET_RECORDINGS,
            GET_RECORDING_TEXT_TRACKS);

    private static final Set<ApiCall> RECORDING_CALLS = EnumSet.range(GET_RECORDINGS, PUT_RECORDING_TEXT_TRACK);

    /** A create or an end that comes again changes nothing more. */
    private static final Set<ApiCall> REPEATABLE_CALLS =
            EnumSet.of(CREATE, END, IS_MEETING_RUNNING, GET_MEETING_INFO, GET_MEETINGS, GET_SESSIONS);

    private final String wireName;
    private final Set<String> methods;
    private final Answer answer;
    private final Set<String> bodyTypes;

    ApiCall(String wireName, Set<String> methods, Answer answer, Set<String> bodyTypes) {
        this.wireName = wireName;
        this.methods = methods;
        this.answer = answer;
        this.bodyTypes = bodyTypes;
    }

    /** What a call is answered in; errors of JSON calls may still be XML. */
    public enum Answer {
        XML,
        JSON
    }

    /** The call of that name in the URL; names are case-sensitive. */
    public static Optional<ApiCall> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The name in the URL and in the checksum. */
    public String wireName() {
        return wireName;
    }

    /** The HTTP methods that BBB maps, in upper case. */
    public Set<String> methods() {
        return methods;
    }

    /** Whether BBB maps that HTTP method, given in upper case. */
    public boolean allowsMethod(String method) {
        return methods.contains(method);
    }

    /**
     * Whether a request with that HTTP method, given in upper case, may be carried out: what BBB maps, and HEAD where
     * the call changes nothing. A HEAD must never create, end or join anything.
     */
    public boolean answersMethod(String method) {
        return methods.contains(method) || method.equals("HEAD") && READING_CALLS.contains(this);
    }

    /** Whether a node that gets the call twice does no more than what it does for one. */
    boolean mayBeRepeated() {
        return REPEATABLE_CALLS.contains(this);
    }

    /** What the call is answered in. */
    public Answer answer() {
        return answer;
    }

    /**
     * Whether a body with that Content-Type header is taken; parameters such as {@code charset} don't matter. Only for
     * bodies that are not empty: real clients send odd headers with every GET.
     */
    public boolean acceptsBody(String contentType) {
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return bodyTypes.contains(mediaType.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the call is about recordings; BBB words its checksum errors differently there. */
    public boolean concernsRecordings() {
        return RECORDING_CALLS.contains(this);
    }

    private static final class Methods {
        private static final Set<String> GET = Set.of("GET");
        private static final Set<String> POST = Set.of("POST");
        private static final Set<String> GET_AND_POST = Set.of("GET", "POST");
    }

    private static final class BodyTypes {
        private static final Set<String> XML = Set.of("application/xml", "text/xml");
        private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded", "multipart/form-data");
        private static final Set<String> FORM_AND_XML =
                Set.of("application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "text/xml");
    }
}
