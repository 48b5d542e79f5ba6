package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.trace.RequestScope;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls that are made for a request: what the node hears of it, and whom the rest of the work is for. */
class CauseTest extends NodeClientFixture {

    @Override
    Cause cause() {
        return new Cause() {
            @Override
            public Optional<String> requestId() {
                return RequestScope.current();
            }

            @Override
            public Executor keptOn(Executor executor) {
                return RequestScope.carrying(executor);
            }
        };
    }

    private static Optional<String> idAfter(CompletionStage<?> call) throws Exception {
        return call.thenApply(reply -> RequestScope.current())
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static long heads(ScriptedNode node, String line) {
        return node.received().stream()
                .filter(request -> request.head().contains("\r\n" + line + "\r\n"))
                .count();
    }

    @Test
    void every_question_of_a_request_carries_its_id_and_so_does_what_follows() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING);
                RequestScope scope = RequestScope.open("id-1")) {
            assertThat(scope).isNotNull();
            assertThat(idAfter(client.call(node.endpoint(), running(), LONG))).contains("id-1");
            assertThat(idAfter(client.meetings(node.endpoint(), LONG, MAX_BYTES)))
                    .contains("id-1");
            assertThat(idAfter(client.load(node.endpoint(), LONG))).contains("id-1");
            assertThat(idAfter(client.version(node.endpoint(), LONG))).contains("id-1");

            assertThat(heads(node, "X-Request-ID: id-1")).isEqualTo(4);
        }
    }

    @Test
    void what_follows_a_call_that_failed_is_done_for_the_request_too() throws Exception {
        try (RequestScope scope = RequestScope.open("id-2")) {
            assertThat(scope).isNotNull();
            assertThat(idAfter(client.call(endpoint("http://127.0.0.1:1"), running(), LONG)))
                    .contains("id-2");
        }
        try (ScriptedNode silent = new ScriptedNode((request, out) -> request.body());
                RequestScope scope = RequestScope.open("id-3")) {
            assertThat(scope).isNotNull();
            assertThat(idAfter(client.call(silent.endpoint(), running(), SHORT)))
                    .contains("id-3");
        }
    }

    @Test
    void calls_of_no_request_carry_none() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            assertThat(idAfter(client.call(node.endpoint(), running(), LONG))).isEmpty();
            assertThat(node.received().get(0).head().toLowerCase(Locale.ROOT)).doesNotContain("x-request-id");
        }
    }

    @Test
    void threads_that_answer_keep_no_id() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            for (int i = 0; i < 10; i++) {
                try (RequestScope scope = RequestScope.open("id-" + i)) {
                    assertThat(scope).isNotNull();
                    assertThat(idAfter(client.call(node.endpoint(), running(), LONG)))
                            .contains("id-" + i);
                }
            }
            for (int i = 0; i < 10; i++) {
                assertThat(replies.submit(RequestScope::current).get(30, TimeUnit.SECONDS))
                        .isEmpty();
            }
        }
    }
}
