package dev.b3lb.parameter;

import java.util.regex.Pattern;

/** What values of a parameter look like. A rule may only give values that BBB understands. */
public enum ParameterKind {
    BOOLEAN("boolean", "true|false", "true or false"),
    NUMBER("number", "[0-9]{1,9}", "a whole number from 0 to 999999999"),
    COLOUR("colour", "#[0-9a-fA-F]{6}", "a colour as #rrggbb, e.g. #0f4c81"),
    URL(
            "URL",
            "https?://[^\\s\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]{1,2000}",
            "an address that begins with http:// or https://, without blanks, up to 2000 characters"),
    LOCALE(
            "locale",
            "[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8}){0,3}",
            "a language, with a region if wanted, e.g. de or pt-BR"),
    CAMERA_PROFILE(
            "camera profile",
            "[a-zA-Z0-9_-]{1,64}",
            "the id of a camera profile, e.g. low, medium, high or hd: up to 64 letters, digits, hyphens and underscores"),
    GUEST_POLICY(
            "guest policy",
            "ALWAYS_ACCEPT|ALWAYS_DENY|ASK_MODERATOR|ALWAYS_ACCEPT_AUTH",
            "ALWAYS_ACCEPT, ALWAYS_DENY, ASK_MODERATOR or ALWAYS_ACCEPT_AUTH"),
    ROLE("role", "(?i:MODERATOR|VIEWER)", "MODERATOR or VIEWER"),
    LAYOUT(
            "layout",
            "CUSTOM_LAYOUT|SMART_LAYOUT|PRESENTATION_FOCUS|VIDEO_FOCUS|CAMERAS_ONLY|PRESENTATION_ONLY"
                    + "|PARTICIPANTS_AND_CHAT_ONLY|PARTICIPANTS_CHAT_ONLY|MEDIA_ONLY",
            "CUSTOM_LAYOUT, SMART_LAYOUT, PRESENTATION_FOCUS or VIDEO_FOCUS, and for BBB 3 also CAMERAS_ONLY,"
                    + " PRESENTATION_ONLY, PARTICIPANTS_AND_CHAT_ONLY, PARTICIPANTS_CHAT_ONLY or MEDIA_ONLY"),
    AUDIO_BRIDGE("audio bridge", "sipjs|fullaudio", "sipjs or fullaudio"),
    MEDIA_BRIDGE(
            "media bridge",
            "[a-z0-9-]{1,64}",
            "the name of a bridge, e.g. bbb-webrtc-sfu or livekit: up to 64 small letters, digits and hyphens"),
    TEXT(
            "any text",
            "[\\n\\r\\t[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]]{0,4000}",
            "a text of up to 4000 characters, which may be empty");

    private final String label;
    private final Pattern pattern;
    private final String allowed;

    ParameterKind(String label, String pattern, String allowed) {
        this.label = label;
        this.pattern = Pattern.compile(pattern);
        this.allowed = allowed;
    }

    /** The kind in words. */
    public String label() {
        return label;
    }

    /** What is allowed, in words that fit behind "must be". */
    public String allowed() {
        return allowed;
    }

    /** Whether a value is of this kind. */
    public boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }
}
