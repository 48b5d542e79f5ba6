package dev.b3lb.fakenode;

/** The API root, which needs no checksum and says version 2.0 whatever BBB it is. */
final class IndexCall implements CallHandler {

    private static final String JSON = """
            {"response":{"returncode":"SUCCESS","version":"2.0","apiVersion":"2.0","bbbVersion":"%s",\
            "graphqlWebsocketUrl":"%s","graphqlApiUrl":"%s"}}""";

    private final NodeIdentity node;

    IndexCall(NodeIdentity node) {
        this.node = node;
    }

    @Override
    public Answer answer(ReceivedRequest request) {
        String webSocket = node.origin().replaceFirst("^http", "ws") + "/graphql";
        String rest = node.origin() + "/api/rest";
        if (request.header("Content-Type").filter("application/json"::equals).isPresent()) {
            return Answer.json(JSON.formatted(node.bbbVersion(), webSocket, rest));
        }
        return FakeXml.success()
                .text("version", "2.0")
                .text("apiVersion", "2.0")
                .text("bbbVersion", node.bbbVersion())
                .text("graphqlWebsocketUrl", webSocket)
                .text("graphqlApiUrl", rest)
                .answer();
    }
}
