package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What some calls of the API do. */
interface CallHandler {

    /** The calls that this handler answers. */
    Set<ApiCall> calls();

    /** Answers a call. No thread waits for a node; a problem of ours may be thrown or complete exceptionally. */
    CompletionStage<ApiAnswer> handle(ApiRequest request);
}
