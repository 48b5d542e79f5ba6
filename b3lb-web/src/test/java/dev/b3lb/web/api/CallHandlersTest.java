package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CallHandlersTest extends HandlerFixture {

    /** A handler of one call. */
    private record Handler(ApiCall call, CompletionStage<ApiAnswer> answer) implements CallHandler {

        @Override
        public Set<ApiCall> calls() {
            return Set.of(call);
        }

        @Override
        public CompletionStage<ApiAnswer> handle(ApiRequest request) {
            if (answer == null) {
                throw new IllegalStateException("thrown");
            }
            return answer;
        }
    }

    private final CallHandlers handlers = new CallHandlers(all(List.of(
            new Handler(ApiCall.END, ApiAnswer.now(new ApiAnswer.Xml("<end/>"))),
            new Handler(ApiCall.JOIN, null),
            new Handler(ApiCall.CREATE, CompletableFuture.failedStage(new IllegalStateException("completed"))))));

    @Test
    void each_call_goes_to_its_handler() {
        assertThat(xml(handle(ApiCall.END))).isEqualTo("<end/>");
    }

    @Test
    void a_call_without_a_handler_is_not_supported() {
        assertFailed(handle(ApiCall.GET_RECORDINGS), "unsupportedRequest");
    }

    @Test
    void what_no_handler_expected_is_an_internal_error() {
        assertFailed(handle(ApiCall.JOIN), "internalError");
        assertFailed(handle(ApiCall.CREATE), "internalError");
    }

    @Test
    void an_answer_shows_no_passwords() {
        assertThat(new ApiAnswer.Xml("<moderatorPW>hidden</moderatorPW>").toString())
                .doesNotContain("hidden");
    }

    private ApiAnswer handle(ApiCall call) {
        return now(handlers.handle(request(call, "meetingID=room")));
    }

    @SuppressWarnings("unchecked") // a proxy knows no type parameters
    private static Instance<CallHandler> all(List<CallHandler> handlers) {
        return (Instance<CallHandler>) Proxy.newProxyInstance(
                CallHandlersTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, called, arguments) -> {
                    handlers.forEach((Consumer<CallHandler>) arguments[0]);
                    return null;
                });
    }
}
