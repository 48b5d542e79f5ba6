package dev.b3lb.fakenode;

import java.util.Set;

/**
 * Where a path leads.
 *
 * @param call what the request is counted as
 * @param methods the HTTP methods that exist there; others are not found
 * @param handler who answers
 */
record Route(String call, Set<String> methods, CallHandler handler) {

    static final Set<String> GET = Set.of("GET", "HEAD");
    static final Set<String> POST = Set.of("POST");
    static final Set<String> GET_AND_POST = Set.of("GET", "HEAD", "POST");
}
