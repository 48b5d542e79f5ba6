package dev.b3lb.fakenode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** All paths of a node. */
final class Router {

    static final String API = "/bigbluebutton/api";

    private static final Route UNKNOWN = new Route("unknown", Route.GET_AND_POST, request -> Answer.notFound());

    private final Map<String, Route> routes = new TreeMap<>();
    private final ReferenceChecksum checksum;

    Router(ReferenceChecksum checksum) {
        this.checksum = checksum;
    }

    /** The route of a path; what does not exist is not found. */
    Route route(String path) {
        return routes.getOrDefault(path, UNKNOWN);
    }

    Router root(IndexCall index) {
        for (String path : List.of("/bigbluebutton", "/bigbluebutton/", API, API + "/")) {
            routes.put(path, new Route("index", Route.GET_AND_POST, index));
        }
        return this;
    }

    Router load(IntSupplier load) {
        routes.put("/b3lb/load", new Route("load", Route.GET, request -> Answer.text(load.getAsInt() + "\n")));
        return this;
    }

    Router meetings(CreateCall create, JoinCall join, MeetingCalls calls) {
        call("create", Route.GET_AND_POST, CheckedCall.FORM_OR_XML, create);
        call("join", Route.GET, CheckedCall.FORM, join);
        call("isMeetingRunning", Route.GET_AND_POST, CheckedCall.FORM, calls::isMeetingRunning);
        call("end", Route.GET_AND_POST, CheckedCall.FORM, calls::end);
        call("getMeetingInfo", Route.GET_AND_POST, CheckedCall.FORM, calls::getMeetingInfo);
        call("getMeetings", Route.GET_AND_POST, CheckedCall.FORM, calls::getMeetings);
        call("getSessions", Route.GET_AND_POST, CheckedCall.FORM, calls::getSessions);
        return this;
    }

    Router content(ContentCalls calls) {
        call("insertDocument", Route.POST, CheckedCall.XML, calls::insertDocument);
        call("sendChatMessage", Route.GET, CheckedCall.FORM, calls::sendChatMessage);
        return this;
    }

    Router recordings(RecordingCalls calls) {
        List<CheckedRecordingCall.Required> id = List.of(CheckedRecordingCall.Required.RECORD_ID);
        List<CheckedRecordingCall.Required> idAndPublish =
                List.of(CheckedRecordingCall.Required.RECORD_ID, CheckedRecordingCall.Required.PUBLISH);
        recordingCall("getRecordings", Route.GET_AND_POST, List.of(), calls::getRecordings);
        recordingCall("updateRecordings", Route.GET_AND_POST, id, calls::updateRecordings);
        recordingCall("publishRecordings", Route.GET, idAndPublish, calls::publishRecordings);
        recordingCall("deleteRecordings", Route.GET, id, calls::deleteRecordings);
        return this;
    }

    Router pages(ClientPages pages) {
        routes.put("/", new Route("page", Route.GET, pages::landing));
        routes.put(ClientPages.JOIN_PATH, new Route("page", Route.GET, pages::join));
        routes.put(ClientPages.LEAVE_PATH, new Route("page", Route.POST, pages::leave));
        routes.put(ClientPages.END_PATH, new Route("page", Route.POST, pages::end));
        return this;
    }

    private void call(String name, Set<String> methods, Set<String> bodyTypes, CallHandler handler) {
        routes.put(API + "/" + name, new Route(name, methods, new CheckedCall(checksum, bodyTypes, handler)));
    }

    private void recordingCall(
            String name, Set<String> methods, List<CheckedRecordingCall.Required> required, CallHandler handler) {
        routes.put(API + "/" + name, new Route(name, methods, new CheckedRecordingCall(checksum, required, handler)));
    }
}
