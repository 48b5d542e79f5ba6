package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.CreateValidation;
import dev.b3lb.bbb.MetadataBound;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.CreateMeetings;
import dev.b3lb.meeting.CreateRequest;
import dev.b3lb.meeting.Creation;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code create}: finds the meeting or places it. */
@ApplicationScoped
public class CreateHandler implements CallHandler {

    private final CreateMeetings meetings;
    private final Configurations configurations;
    private final MetadataBound metadata;

    @Inject
    CreateHandler(CreateMeetings meetings, Configurations configurations, Settings settings) {
        this.meetings = meetings;
        this.configurations = configurations;
        this.metadata = new MetadataBound(settings.get(Settings.META_MAX));
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.CREATE);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        Optional<BbbError> fault = CreateValidation.check(request.parameters());
        if (fault.isPresent()) {
            return ApiAnswer.now(new ApiAnswer.Failed(fault.get()));
        }
        QueryParameters ruled = configurations
                .current()
                .rules(request.account().tenantId())
                .apply(ApiCall.CREATE, request.parameters());
        Optional<BbbError> tooMuch = metadata.check(ruled);
        if (tooMuch.isPresent()) {
            return ApiAnswer.now(new ApiAnswer.Failed(tooMuch.get()));
        }
        CreateRequest create = new CreateRequest(request.account(), request.meetingId(), ruled, request.body());
        return meetings.create(create).thenApply(CreateHandler::answer);
    }

    private static ApiAnswer answer(Creation creation) {
        if (creation instanceof Creation.Answered answered) {
            return ApiAnswer.Xml.of(answered.answer());
        }
        return new ApiAnswer.Failed(((Creation.Refused) creation).error());
    }
}
