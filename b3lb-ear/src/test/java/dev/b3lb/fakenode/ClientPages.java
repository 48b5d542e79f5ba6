package dev.b3lb.fakenode;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages that people see: a meeting with those who are in it, and what else a browser may come across. */
final class ClientPages {

    static final String JOIN_PATH = "/html5client/join";
    static final String LEAVE_PATH = "/html5client/leave";
    static final String END_PATH = "/html5client/end";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>%2$s
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { border-bottom: 3px solid #0f70d7; }
            form { display: inline; }
            button { font: inherit; padding: .4rem 1rem; }
            footer { margin-top: 2rem; color: #555; }
            </style></head>
            <body>
            <h1>%1$s</h1>
            %3$s
            <footer>Node %4$s</footer>
            </body></html>
            """;

    private static final String MEETING = """
            <p>You are <strong id="user">%s</strong>, <span id="role">%s</span>.</p>
            <h2>In this meeting: %d</h2>
            <ul id="attendees">%s</ul>
            %s
            """;

    private static final String BUTTON = """
            <form method="post" action="%s"><input type="hidden" name="sessionToken" value="%s">\
            <button id="%s">%s</button></form>
            """;

    private static final String REFRESH = "<meta http-equiv=\"refresh\" content=\"10\">";

    private final FakeMeetings meetings;
    private final Sessions sessions;
    private final NodeIdentity node;
    private final Clock clock;

    ClientPages(FakeMeetings meetings, Sessions sessions, NodeIdentity node, Clock clock) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.node = node;
        this.clock = clock;
    }

    /** Opening the page makes the person an attendee, and keeps him one until he leaves. */
    Answer join(ReceivedRequest request) {
        return inSession(request, session -> {
            session.meeting().join(session.attendee());
            return page(200, session.meeting().name(), REFRESH, meeting(session));
        });
    }

    Answer leave(ReceivedRequest request) {
        return inSession(request, session -> {
            session.meeting().leave(session.attendee().userId(), clock.instant());
            sessions.remove(session);
            return over(session, "You have left the meeting.");
        });
    }

    Answer end(ReceivedRequest request) {
        return inSession(request, session -> {
            if (!session.attendee().moderator()) {
                return page(403, "Not allowed", "", "<p>Only moderators end a meeting.</p>");
            }
            meetings.end(session.meeting());
            return over(session, "You have ended the meeting.");
        });
    }

    /** Where BBB sends browsers by default; shows the errors that a failed join brought along. */
    Answer landing(ReceivedRequest request) {
        String errors = request.parameters()
                .text("errors")
                .map(text -> "<pre id=\"errors\">" + FakeXml.escape(text) + "</pre>")
                .orElse("");
        return page(200, "A BigBlueButton node", "", "<p>Nothing to see here.</p>" + errors);
    }

    private Answer inSession(ReceivedRequest request, Function<Sessions.Session, Answer> answer) {
        return request.parameters()
                .text("sessionToken")
                .flatMap(sessions::find)
                .filter(session -> !session.meeting().isEnded())
                .map(answer)
                .orElseGet(() -> page(404, "No such session", "", "<p>The meeting is over, or you have left it.</p>"));
    }

    private Answer over(Sessions.Session session, String text) {
        String back = session.meeting()
                .createParameters()
                .text("logoutURL")
                .filter(url -> url.matches("https?://.*"))
                .map(url -> "<p><a id=\"back\" href=\"" + FakeXml.escape(url) + "\">Go back</a></p>")
                .orElse("");
        return page(200, session.meeting().name(), "", "<p>" + text + "</p>" + back);
    }

    private static String meeting(Sessions.Session session) {
        Attendee self = session.attendee();
        String people = session.meeting().attendees().stream()
                .map(person -> "<li>" + FakeXml.escape(person.fullName()) + " (" + roleOf(person) + ")</li>")
                .collect(Collectors.joining());
        String buttons = BUTTON.formatted(LEAVE_PATH, session.token(), "leave", "Leave");
        if (self.moderator()) {
            buttons += BUTTON.formatted(END_PATH, session.token(), "end", "End meeting");
        }
        return MEETING.formatted(
                FakeXml.escape(self.fullName()), roleOf(self), session.meeting().size(), people, buttons);
    }

    private static String roleOf(Attendee attendee) {
        return attendee.moderator() ? "moderator" : "viewer";
    }

    private Answer page(int status, String title, String head, String content) {
        return Answer.html(status, FRAME.formatted(FakeXml.escape(title), head, content, FakeXml.escape(node.label())));
    }
}
