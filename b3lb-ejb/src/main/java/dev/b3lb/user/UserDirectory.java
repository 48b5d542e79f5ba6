package dev.b3lb.user;

/** Knows all users without asking anybody. */
public interface UserDirectory {

    /** All users as of now, at most about a second old. */
    KnownUsers users();
}
