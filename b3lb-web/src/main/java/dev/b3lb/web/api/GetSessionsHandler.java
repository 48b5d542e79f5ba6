package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbXml;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code getSessions}: who is in the meetings that getMeetings shows; answered from memory, never by asking nodes. */
@ApplicationScoped
public class GetSessionsHandler implements CallHandler {

    private final ListAnswers answers;

    @Inject
    GetSessionsHandler(ListAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.GET_SESSIONS);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return ApiAnswer.now(answers.to(request, fragments -> List.of(BbbXml.sessions(fragments.stream()))));
    }
}
