package dev.b3lb.parameter;

import static dev.b3lb.parameter.ParameterKind.AUDIO_BRIDGE;
import static dev.b3lb.parameter.ParameterKind.BOOLEAN;
import static dev.b3lb.parameter.ParameterKind.CAMERA_PROFILE;
import static dev.b3lb.parameter.ParameterKind.COLOUR;
import static dev.b3lb.parameter.ParameterKind.GUEST_POLICY;
import static dev.b3lb.parameter.ParameterKind.LAYOUT;
import static dev.b3lb.parameter.ParameterKind.LOCALE;
import static dev.b3lb.parameter.ParameterKind.MEDIA_BRIDGE;
import static dev.b3lb.parameter.ParameterKind.NUMBER;
import static dev.b3lb.parameter.ParameterKind.ROLE;
import static dev.b3lb.parameter.ParameterKind.TEXT;
import static dev.b3lb.parameter.ParameterKind.URL;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.UserDataName;
import dev.b3lb.bbb.WireText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of create and join in BBB 2.4 to 3.0 that rules may be about. What names a person, a meeting or a
 * session is not among them, since a fixed value would make no sense there: names, ids, passwords, create time,
 * checksum.
 */
public final class KnownParameters {

    private static final int LONGEST_NAME = 255;

    private static final List<KnownParameter> ALL = Stream.of(
                    of(BOOLEAN, create(), """
                            allowModsToEjectCameras allowModsToUnmuteUsers allowOverrideClientSettingsOnCreateCall
                            allowPromoteGuestToModerator allowRequestsWithoutSession allowStartStopRecording
                            autoStartRecording breakoutRoomsCaptureNotes breakoutRoomsCaptureSlides breakoutRoomsEnabled
                            breakoutRoomsPrivateChatEnabled breakoutRoomsRecord endWhenNoModerator freeJoin
                            learningDashboardEnabled lockSettingsDisableCam lockSettingsDisableMic
                            lockSettingsDisableNote lockSettingsDisableNotes lockSettingsDisablePrivateChat
                            lockSettingsDisablePublicChat lockSettingsHideUserList lockSettingsHideViewersAnnotation
                            lockSettingsHideViewersCursor lockSettingsLockOnJoin lockSettingsLockOnJoinConfigurable
                            lockSettingsLockedLayout meetingKeepEvents multiUserWhiteboardEnabled muteOnStart
                            notifyRecordingIsOn preUploadedPresentationOverrideDefault
                            presentationConversionCacheEnabled record recordFullDurationMedia
                            virtualBackgroundsDisabled webcamsOnlyForModerator
                            """),
                    of(NUMBER, create(), """
                            duration endWhenNoModeratorDelayInMinutes learningDashboardCleanupDelayInMinutes logoutTimer
                            maxNumPages maxParticipants maxPinnedCameras meetingCameraCap
                            meetingExpireIfNoUserJoinedInMinutes meetingExpireWhenLastUserLeftInMinutes userCameraCap
                            voiceBridge
                            """),
                    of(URL, create(), """
                            darklogo loginURL logo meetingEndedURL pluginManifestsFetchUrl preUploadedPresentation
                            presentationUploadExternalUrl
                            """),
                    of(COLOUR, create(), "bannerColor"),
                    of(GUEST_POLICY, create(), "guestPolicy"),
                    of(LAYOUT, create(), "meetingLayout"),
                    of(MEDIA_BRIDGE, create(), "audioBridge cameraBridge screenShareBridge"),
                    of(TEXT, create(), """
                            bannerText breakoutRoomsCaptureNotesFilename breakoutRoomsCaptureSlidesFilename copyright
                            dialNumber disabledFeatures disabledFeaturesExclude groups moderatorOnlyMessage
                            pluginManifests preUploadedPresentationName presentationUploadExternalDescription webVoice
                            welcome
                            """),
                    of(URL, Set.of(ApiCall.CREATE, ApiCall.JOIN), "logoutURL"),
                    of(BOOLEAN, join(), "auth bot excludeFromDashboard guest joinViaHtml5 redirect"),
                    of(URL, join(), "avatarURL errorRedirectUrl webcamBackgroundURL"),
                    of(LAYOUT, join(), "defaultLayout enforceLayout userdata-bbb_default_layout"),
                    of(ROLE, join(), "role"),
                    of(TEXT, join(), "webVoiceConf"),
                    of(BOOLEAN, join(), """
                            userdata-bbb_ask_for_feedback_on_logout userdata-bbb_auto_join_audio
                            userdata-bbb_auto_share_webcam userdata-bbb_auto_swap_layout
                            userdata-bbb_direct_leave_button userdata-bbb_display_branding_area
                            userdata-bbb_enable_screen_sharing userdata-bbb_enable_video
                            userdata-bbb_enable_video_stats userdata-bbb_force_listen_only
                            userdata-bbb_force_restore_presentation_on_new_events userdata-bbb_hide_actions_bar
                            userdata-bbb_hide_controls userdata-bbb_hide_nav_bar userdata-bbb_hide_notifications
                            userdata-bbb_hide_presentation userdata-bbb_hide_presentation_on_join
                            userdata-bbb_listen_only_mode userdata-bbb_mirror_own_webcam
                            userdata-bbb_multi_user_pen_only userdata-bbb_outside_toggle_recording
                            userdata-bbb_outside_toggle_self_voice userdata-bbb_parent_room_moderator
                            userdata-bbb_prefer_dark_theme userdata-bbb_record_permission userdata-bbb_record_video
                            userdata-bbb_show_animations_default userdata-bbb_show_participants_on_login
                            userdata-bbb_show_public_chat_on_login userdata-bbb_show_session_details_on_join
                            userdata-bbb_skip_check_audio userdata-bbb_skip_check_audio_on_first_join
                            userdata-bbb_skip_echotest_if_previous_device userdata-bbb_skip_video_preview
                            userdata-bbb_skip_video_preview_if_previous_device
                            userdata-bbb_skip_video_preview_on_first_join userdata-bbb_transparent_listen_only
                            """),
                    of(AUDIO_BRIDGE, join(), "userdata-bbb_fullaudio_bridge"),
                    of(CAMERA_PROFILE, join(), "userdata-bbb_preferred_camera_profile"),
                    of(LOCALE, join(), "userdata-bbb_override_default_locale"),
                    of(URL, join(), "userdata-bbb_custom_style_url"),
                    of(TEXT, join(), """
                            userdata-bbb_client_title userdata-bbb_custom_style userdata-bbb_initial_selected_tool
                            userdata-bbb_multi_user_tools userdata-bbb_presenter_tools
                            userdata-bbb_record_permission_tooltip userdata-bbb_shortcuts
                            """))
            .flatMap(Function.identity())
            .sorted(Comparator.comparing(KnownParameter::name))
            .toList();

    private static final Map<String, KnownParameter> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(KnownParameter::name, Function.identity()));

    private KnownParameters() {}

    private static Set<ApiCall> create() {
        return Set.of(ApiCall.CREATE);
    }

    private static Set<ApiCall> join() {
        return Set.of(ApiCall.JOIN);
    }

    private static Stream<KnownParameter> of(ParameterKind kind, Set<ApiCall> calls, String names) {
        return Stream.of(names.strip().split("\\s+")).map(name -> new KnownParameter(name, calls, kind));
    }

    /** All of the table, by name. */
    public static List<KnownParameter> all() {
        return ALL;
    }

    /**
     * The parameter of a name: one of the table, or any metadatum ({@code meta_…}, in any case) or custom data of a
     * user ({@code userdata-…}, whatever stands before the hyphen) that BBB would take.
     */
    public static Optional<KnownParameter> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .or(() -> metadatum(name))
                .or(() -> userData(name))
                .filter(known -> known.name().length() <= LONGEST_NAME);
    }

    private static Optional<KnownParameter> metadatum(String name) {
        return MetadataName.ofParameter(name)
                .map(lower -> new KnownParameter(MetadataName.PARAMETER_PREFIX + lower, create(), TEXT));
    }

    private static Optional<KnownParameter> userData(String name) {
        return UserDataName.ofParameter(name)
                .filter(WireText::isElementName)
                .map(data -> new KnownParameter(UserDataName.PARAMETER_PREFIX + data, join(), TEXT));
    }
}
