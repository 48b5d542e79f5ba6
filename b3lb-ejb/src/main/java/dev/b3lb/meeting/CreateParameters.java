package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.OriginText;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.WireText;
import dev.b3lb.branding.Brand;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.placement.SizeWish;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a client's create means to us, and what of it goes on to the node. */
@ApplicationScoped
public class CreateParameters {

    private static final String SERVER_TAG = "server-tag";
    private static final String RECORD = "record";
    private static final List<String> RECORDING = List.of(RECORD, "allowStartStopRecording", "autoStartRecording");

    /** Nodes record no rooms unless they are told to. */
    private static final String ROOMS_RECORDED = "breakoutRoomsRecord";

    private static final Set<String> DIALLING_IN = Set.of("voiceBridge", "dialNumber", "webVoice");
    private static final String DURATION = "duration";

    private final Brand brand;
    private final OwnMetadata ownMetadata;
    private final boolean dialInAllowed;
    private final int longestMinutes;
    private final int largestHint;
    private final String endCallback;

    @Inject
    CreateParameters(Settings settings, Brand brand) {
        this.brand = brand;
        this.ownMetadata = new OwnMetadata(settings);
        this.dialInAllowed = settings.get(Settings.ALLOW_VOICE_BRIDGE);
        this.longestMinutes = settings.get(Settings.MAX_MEETING_DURATION);
        this.largestHint = settings.get(Settings.SIZE_HINT_MAX);
        this.endCallback = settings.publicUrl() + "/b3lb/b/meeting/end?nonce=";
    }

    /** What has to be placed. */
    MeetingWish wish(CreateRequest request) {
        QueryParameters asked = request.parameters();
        return new MeetingWish(
                request.account(),
                request.meetingId(),
                asked.first("name").map(WireText::sanitized).orElse(""),
                metadatum(asked, MetadataName.ORIGIN).map(OriginText::of).orElse(""),
                metadatum(asked, MetadataName.ORIGIN_SERVER_NAME)
                        .map(OriginText::of)
                        .orElse(""),
                new SizeWish(sizeHint(asked), number(asked, "maxParticipants")),
                serverTag(asked),
                OwnMetadata.kept(asked),
                request.parent().map(PlacedMeeting::nodeId),
                request.again());
    }

    private static ServerTag serverTag(QueryParameters asked) {
        return metadatum(asked, SERVER_TAG).map(ServerTag::parse).orElse(ServerTag.ANY);
    }

    private static boolean isServerTag(String parameter) {
        return isMetadatum(parameter, SERVER_TAG);
    }

    /** A hint that says too much is believed as far as the bound; one that is no number of people says nothing. */
    private OptionalInt sizeHint(QueryParameters asked) {
        OptionalInt hint = number(metadatum(asked, MetadataName.SIZE_HINT));
        return largestHint > 0 && hint.orElse(0) > 0
                ? OptionalInt.of(Math.min(largestHint, hint.getAsInt()))
                : OptionalInt.empty();
    }

    private static Optional<String> metadatum(QueryParameters asked, String name) {
        return asked.all().stream()
                .filter(parameter -> isMetadatum(parameter.name(), name))
                .findFirst()
                .map(QueryParameters.Parameter::value);
    }

    private static boolean isMetadatum(String parameter, String name) {
        return MetadataName.ofParameter(parameter).filter(name::equals).isPresent();
    }

    private static OptionalInt number(QueryParameters asked, String name) {
        return number(asked.first(name));
    }

    private static OptionalInt number(Optional<String> value) {
        try {
            return value.map(text -> OptionalInt.of(Integer.parseInt(text.strip())))
                    .orElseGet(OptionalInt::empty);
        } catch (NumberFormatException notForUs) {
            return OptionalInt.empty(); // the node says what it thinks of it
        }
    }

    /** The parameters that hold in the end, as far as the client may see them again in lists. */
    QueryParameters visible(CreateRequest request) {
        QueryParameters asked = ownMetadata.strip(request.parameters()).without(CreateParameters::isServerTag);
        QueryParameters dialled = dialInAllowed ? asked : asked.without(DIALLING_IN::contains);
        return recording(request.account(), shortened(dialled));
    }

    /** No longer than the setting allows, also when the client sets no limit, or nothing that BBB could read. */
    private QueryParameters shortened(QueryParameters asked) {
        int wanted = number(asked, DURATION).orElse(0);
        boolean tooLong = longestMinutes > 0 && (wanted <= 0 || wanted > longestMinutes);
        return tooLong ? asked.with(DURATION, Integer.toString(longestMinutes)) : asked;
    }

    private static QueryParameters recording(Account account, QueryParameters asked) {
        if (account.recordingsOn()) {
            boolean byDefault = account.recordByDefault() && asked.first(RECORD).isEmpty();
            return byDefault ? asked.with(RECORD, "true") : asked;
        }
        QueryParameters changed = asked;
        for (String name : RECORDING) {
            changed = changed.with(name, "false");
        }
        return asked.first(ROOMS_RECORDED).isEmpty() ? changed : changed.with(ROOMS_RECORDED, "false");
    }

    /**
     * The call that goes to the meeting's node: with the tenant's looks, with our mark, and with our address for its end
     * in place of theirs.
     */
    NodeRequest forNode(CreateRequest request, PlacedMeeting meeting) {
        QueryParameters create = brand.onCreate(request.account(), OwnMetadata.withoutKept(named(request, meeting)))
                .with(MetadataName.PARAMETER_PREFIX + "endCallbackUrl", endCallback + meeting.nonce());
        return brand.withSlide(
                request.account(),
                new NodeRequest(ApiCall.CREATE, OwnMetadata.mark(create, meeting.id()), request.body()));
    }

    private QueryParameters named(CreateRequest request, PlacedMeeting meeting) {
        QueryParameters visible = visible(request);
        return request.parent().isPresent() ? visible.with("meetingID", request.idOnNode(meeting)) : visible;
    }
}
