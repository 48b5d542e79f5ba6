package dev.b3lb.fakenode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One way in which a node misbehaves instead of answering properly; see {@link Faults} for when. */
public final class Fault {

    private static final String LOGIN_PAGE = """
            <!DOCTYPE html>
            <html><head><title>Sign in</title></head><body><h1>Sign in</h1>
            <form method="post"><input name="user"><input name="password" type="password"><br>
            <button>Sign in</button></form></body></html>
            """;

    private static final String ENTITY_BOMB = """
            <!DOCTYPE response [
            <!ENTITY a "boom">
            <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
            <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
            <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">
            <!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
            <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">
            ]>
            <response><returncode>SUCCESS</returncode><version>&i;</version></response>
            """;

    private static final String XML = "text/xml;charset=utf-8";
    private static final String LIST_START = "<response><returncode>SUCCESS</returncode><meetings>";
    private static final String LIST_END = "</meetings></response>";
    private static final String MEETING =
            "<meeting><meetingName>again</meetingName><meetingID>again</meetingID></meeting>";
    private static final String MEETINGS = MEETING.repeat(200);
    private static final String SHORT_MEETING = "<meeting><meetingID>m</meetingID></meeting>";
    private static final int BATCH = 1_000;

    /** What a fault does with a request. */
    @FunctionalInterface
    private interface Play {
        void with(PendingRequest request) throws IOException;
    }

    private final String name;
    private final boolean hanging;
    private final Play play;

    private Fault(String name, boolean hanging, Play play) {
        this.name = name;
        this.hanging = hanging;
        this.play = play;
    }

    private static Fault of(String name, Play play) {
        return new Fault(name, false, play);
    }

    /**
     * Does the call properly, but only after a pause that costs no thread.
     *
     * @param pause how long to wait
     * @return the fault
     */
    public static Fault delay(Duration pause) {
        return of("delay of " + pause, request -> request.later(pause, request::finish));
    }

    /**
     * Takes the request and never answers. {@link Faults#heal()} lets the waiting requests go on; closing the node
     * drops them.
     *
     * @return the fault
     */
    public static Fault hang() {
        return new Fault("hang", true, request -> {});
    }

    /**
     * Answers something that was never XML.
     *
     * @return the fault
     */
    public static Fault garbled() {
        return canned("garbled", XML, "\u0000\u0001<<<&&& returncode=SUCCESS ]]> \u001b[0m \u00ff\ufffe");
    }

    /**
     * Does the call and answers the first half of the document, as a complete HTTP message.
     *
     * @return the fault
     */
    public static Fault halfXml() {
        return of("half an XML document", request -> {
            Answer whole = request.execute();
            request.send(whole.withBody(whole.body().substring(0, whole.body().length() / 2)));
        });
    }

    /**
     * Does the call, announces more than it sends, and closes the connection.
     *
     * @return the fault
     */
    public static Fault truncated() {
        return of("truncated", request -> request.sendTruncated(request.execute()));
    }

    /**
     * Answers a log-in page with status 200, as a misplaced proxy does.
     *
     * @return the fault
     */
    public static Fault loginPage() {
        return canned("HTML log-in page", "text/html;charset=utf-8", LOGIN_PAGE);
    }

    /**
     * Answers a status with a short HTML page.
     *
     * @param status the HTTP status, such as 500, 502 or 503
     * @return the fault
     */
    public static Fault status(int status) {
        String page = "<!DOCTYPE html><title>%1$d</title><h1>%1$d</h1>".formatted(status);
        return of("status " + status, request -> request.send(Answer.html(status, page)));
    }

    /**
     * Answers 302.
     *
     * @param location where to
     * @return the fault
     */
    public static Fault redirectTo(String location) {
        return of("redirect", request -> request.send(Answer.redirect(302, location)));
    }

    /**
     * Answers 200 with XML's content type and no body.
     *
     * @return the fault
     */
    public static Fault emptyBody() {
        return canned("empty body", XML, "");
    }

    /**
     * Answers BBB's FAILED without doing the call.
     *
     * @param key the messageKey, such as {@code checksumError}
     * @param message the message
     * @return the fault
     */
    public static Fault failed(String key, String message) {
        return of("FAILED " + key, request -> request.send(FakeXml.failed(key, message)));
    }

    /**
     * Answers a well-formed list of meetings that has no end, until the client hangs up, or the node is healed or
     * closed.
     *
     * @return the fault
     */
    public static Fault endlessBody() {
        return of("endless body", request -> request.sendForever(LIST_START, MEETINGS));
    }

    /**
     * Answers a well-formed list of meetings of a given size.
     *
     * @param bytes how large it is at least
     * @return the fault
     */
    public static Fault largeBody(long bytes) {
        long times = bytes / MEETINGS.length() + 1;
        return of(bytes + " bytes", request -> request.sendRepeated(LIST_START, MEETINGS, times, LIST_END));
    }

    /**
     * Answers a well-formed list of that many meetings, each as short as can be.
     *
     * @param meetings how many, in thousands
     * @return the fault
     */
    public static Fault thousandsOfMeetings(int meetings) {
        return of(
                meetings + " thousand meetings",
                request -> request.sendRepeated(LIST_START, SHORT_MEETING.repeat(BATCH), meetings, LIST_END));
    }

    /**
     * Answers SUCCESS with elements in elements.
     *
     * @param levels how many
     * @return the fault
     */
    public static Fault deepNesting(int levels) {
        return canned(levels + " levels", XML, LIST_START + "<a>".repeat(levels) + "</a>".repeat(levels) + LIST_END);
    }

    /**
     * Answers SUCCESS with an element that has very many attributes.
     *
     * @param attributes how many
     * @return the fault
     */
    public static Fault manyAttributes(int attributes) {
        StringBuilder element = new StringBuilder("<meeting");
        for (int i = 0; i < attributes; i++) {
            element.append(" a").append(i).append("=\"\"");
        }
        return canned(attributes + " attributes", XML, LIST_START + element + "/>" + LIST_END);
    }

    /**
     * Answers SUCCESS with a document type that is to be fetched from elsewhere.
     *
     * @param systemId where, such as a URL that the test watches
     * @return the fault
     */
    public static Fault externalDtd(String systemId) {
        return canned(
                "external document type",
                XML,
                "<!DOCTYPE response SYSTEM \"" + systemId + "\">" + LIST_START + LIST_END);
    }

    /**
     * Does the call and sends the answer in another encoding than UTF-8, which its XML declaration names.
     *
     * @param charset the encoding
     * @return the fault
     */
    public static Fault encoded(Charset charset) {
        String declaration = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>";
        return of(charset.name(), request -> {
            Answer answer = request.execute();
            request.send(answer.withBody(declaration + answer.body()), charset);
        });
    }

    /**
     * Does the call and sends something else than its answer.
     *
     * @param name what it is
     * @param change makes it of the answer's body
     * @return the fault
     */
    public static Fault changed(String name, UnaryOperator<String> change) {
        return of(name, request -> {
            Answer answer = request.execute();
            request.send(answer.withBody(change.apply(answer.body())));
        });
    }

    /**
     * Does the call and leaves out elements of its answer.
     *
     * @param elements their names; none of them may hold another one of them
     * @return the fault
     */
    public static Fault without(String... elements) {
        String names = String.join("|", elements);
        return changed("answer without " + names, body -> body.replaceAll("(?s)<(" + names + ")(/>|>.*?</\\1>)", ""));
    }

    /**
     * Does the call and then something of the test's, and answers when that is over.
     *
     * @param then may fail, which closes the connection
     * @return the fault
     */
    public static Fault doneBefore(Runnable then) {
        return of("something before the answer", request -> {
            Answer answer = request.execute();
            then.run();
            request.send(answer);
        });
    }

    /**
     * Does the call and never answers, while the connection stays open.
     *
     * @return the fault
     */
    public static Fault answerKept() {
        return of("answer kept", PendingRequest::execute);
    }

    /**
     * Answers a document of 1 KB whose entities grow to gigabytes when expanded.
     *
     * @return the fault
     */
    public static Fault xmlBomb() {
        return canned("XML bomb", XML, ENTITY_BOMB);
    }

    /**
     * Answers a document with an external entity.
     *
     * @param systemId what the entity points at, such as a file URL or a URL that the test watches
     * @return the fault
     */
    public static Fault externalEntity(String systemId) {
        String xml = "<!DOCTYPE response [<!ENTITY x SYSTEM \"%s\">]>"
                + "<response><returncode>SUCCESS</returncode><version>&x;</version></response>";
        return canned("external entity", XML, xml.formatted(systemId));
    }

    /**
     * Does the call and then closes the connection without an answer.
     *
     * @return the fault
     */
    public static Fault answerLost() {
        return of("answer lost", request -> {
            request.execute();
            request.drop();
        });
    }

    /**
     * Closes the connection without doing the call.
     *
     * @return the fault
     */
    public static Fault connectionDropped() {
        return of("connection dropped", PendingRequest::drop);
    }

    /**
     * Closes a connection without doing the call if it has served another one before, as a server does that takes it for
     * idle. Calls on new connections are done.
     *
     * @return the fault
     */
    public static Fault keptConnectionClosed() {
        return of("kept connection closed", request -> {
            if (request.isOnKeptConnection()) {
                request.drop();
            }
            request.finish();
        });
    }

    /**
     * Does the call and sends the answer's body byte by byte, without holding a thread in between.
     *
     * @param pause time before each byte
     * @return the fault
     */
    public static Fault slowDrip(Duration pause) {
        return of("slow drip", request -> request.drip(request.execute(), pause));
    }

    private static Fault canned(String name, String contentType, String body) {
        Answer answer = new Answer(200, Map.of("Content-Type", contentType), body);
        return of(name, request -> request.send(answer));
    }

    boolean isHanging() {
        return hanging;
    }

    void play(PendingRequest request) throws IOException {
        play.with(request);
    }

    @Override
    public String toString() {
        return name;
    }
}
