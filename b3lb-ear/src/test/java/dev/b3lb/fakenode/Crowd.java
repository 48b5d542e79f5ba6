package dev.b3lb.fakenode;

import java.util.Map;

/**
 * A number of scripted attendees. Listeners and voices are different people; moderators and cameras are dealt from the
 * first attendee on.
 *
 * @param size how many people
 * @param moderators how many of them are moderators
 * @param listeners how many of them only listen
 * @param voices how many of them have a microphone connected
 * @param videos how many of them share a camera
 */
public record Crowd(int size, int moderators, int listeners, int voices, int videos) {

    /** Checks that the parts fit into the whole. */
    public Crowd {
        if (Math.min(Math.min(moderators, videos), Math.min(listeners, voices)) < 0) {
            throw new IllegalArgumentException("Numbers of attendees must not be negative");
        }
        if (Math.max(Math.max(moderators, videos), listeners + voices) > size) {
            throw new IllegalArgumentException("A crowd of " + size + " cannot have more people in its parts");
        }
    }

    /**
     * A crowd of viewers without sound and camera.
     *
     * @param size how many people, at least 0
     * @return the crowd
     */
    public static Crowd of(int size) {
        return new Crowd(size, 0, 0, 0, 0);
    }

    /**
     * The same crowd with some moderators.
     *
     * @param number how many of the crowd
     * @return the crowd
     */
    public Crowd withModerators(int number) {
        return new Crowd(size, number, listeners, voices, videos);
    }

    /**
     * The same crowd with some who only listen.
     *
     * @param number how many of the crowd
     * @return the crowd
     */
    public Crowd withListeners(int number) {
        return new Crowd(size, moderators, number, voices, videos);
    }

    /**
     * The same crowd with some microphones.
     *
     * @param number how many of the crowd
     * @return the crowd
     */
    public Crowd withVoices(int number) {
        return new Crowd(size, moderators, listeners, number, videos);
    }

    /**
     * The same crowd with some cameras.
     *
     * @param number how many of the crowd
     * @return the crowd
     */
    public Crowd withVideos(int number) {
        return new Crowd(size, moderators, listeners, voices, number);
    }

    /** The person at a place in the crowd, from 0. */
    Attendee person(int place, String userId) {
        boolean listens = place < listeners;
        boolean speaks = !listens && place < listeners + voices;
        return new Attendee(
                userId, "Attendee " + userId, place < moderators, false, listens, speaks, place < videos, Map.of());
    }
}
