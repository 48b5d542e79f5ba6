package dev.b3lb.bbb;

import java.util.Objects;
import java.util.Optional;

/**
 * A call to a node before it is signed.
 *
 * @param call which one
 * @param parameters all of them, without a checksum
 * @param body a body that is passed on; without one the call is a GET where its parameters allow that
 */
public record NodeRequest(ApiCall call, QueryParameters parameters, Optional<Body> body) {

    public NodeRequest {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(body, "body");
    }

    /** A call without a body. */
    public static NodeRequest of(ApiCall call, QueryParameters parameters) {
        return new NodeRequest(call, parameters, Optional.empty());
    }

    /**
     * Whether the parameters are so long that some of them have to travel in a form body, whatever hash the node's
     * checksums have.
     */
    public boolean needsForm() {
        return RequestLayout.needsForm(parameters);
    }

    /**
     * What a POST carries.
     *
     * @param mediaType the value of the Content-Type header
     * @param content the content, which is sent as it is and never copied as a whole
     */
    public record Body(String mediaType, BodyContent content) {

        /** A body of its own bytes, which must not be changed any more. */
        public Body(String mediaType, byte[] bytes) {
            this(mediaType, BodyContent.of(bytes));
        }
    }
}
