package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.branding.Brand;
import dev.b3lb.branding.FakeAssets;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meeting.MeetingWorld;
import dev.b3lb.memory.Memory;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.settings.Settings;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.web.answer.SharedContents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One account with one meeting on one node, and short words for calling handlers. */
abstract class HandlerFixture {

    final Account acme = SomeAccounts.account("ACME", 0);
    final PoolNode node = SomeNodes.node("a");
    final Settings settings = SomeSettings.with();
    final NodeStates states = new NodeStates();
    final FakeAssets assets = new FakeAssets();
    final Brand brand = assets.brand();
    final ScriptedCalls calls = new ScriptedCalls();
    final FixedConfigurations configurations =
            new FixedConfigurations().with(acme).with(node);
    final MeetingWorld world = new MeetingWorld(configurations, states);

    HandlerFixture() {
        world.open(acme, node, "room", "0123-17");
        health(NodeHealth.ACTIVE);
    }

    void health(NodeHealth health) {
        states.put(List.of(SomeNodes.state(node, health, Duration.ZERO)));
    }

    ApiRequest request(ApiCall call, String query) {
        return new ApiRequest(acme, call, QueryParameters.parse(query), Optional.empty());
    }

    ListAnswers listAnswers() {
        return new ListAnswers(world.meetings(), world.listings(), new SharedContents(new Memory(1 << 30)));
    }

    static ApiAnswer now(CompletionStage<ApiAnswer> answer) {
        return answer.toCompletableFuture().join();
    }

    static void assertFailed(ApiAnswer answer, String messageKey) {
        assertThat(answer).isInstanceOfSatisfying(ApiAnswer.Failed.class, failed -> assertThat(
                        failed.error().messageKey())
                .isEqualTo(messageKey));
    }

    static String xml(ApiAnswer answer) {
        assertThat(answer).isInstanceOf(ApiAnswer.Xml.class);
        return ((ApiAnswer.Xml) answer).text();
    }
}
