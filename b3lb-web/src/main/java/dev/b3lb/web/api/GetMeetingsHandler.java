package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbXml;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code getMeetings}: answered from memory, never by asking nodes. */
@ApplicationScoped
public class GetMeetingsHandler implements CallHandler {

    private final ListAnswers answers;

    @Inject
    GetMeetingsHandler(ListAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.GET_MEETINGS);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return ApiAnswer.now(answers.to(request, BbbXml::meetings));
    }
}
