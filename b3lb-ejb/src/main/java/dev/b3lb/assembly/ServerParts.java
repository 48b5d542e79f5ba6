package dev.b3lb.assembly;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.b3lb.audit.AuditTrail;
import dev.b3lb.bbb.MeetingListParser;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.callback.AddressGuard;
import dev.b3lb.callback.CallbackDelivery;
import dev.b3lb.callback.CallbackSender;
import dev.b3lb.meeting.OwnMetadata;
import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Use;
import dev.b3lb.node.NodeCallMeter;
import dev.b3lb.placement.Placement;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.SecretTexts;
import dev.b3lb.trace.RequestIds;
import dev.b3lb.user.LoginRecords;
import dev.b3lb.user.LoginThrottle;
import dev.b3lb.user.TokenTexts;
import dev.b3lb.user.VerifiedPasswords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.eclipse.microprofile.config.ConfigProvider;

/** Builds the plain parts of b3lb from what the container offers. */
@ApplicationScoped
public class ServerParts {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** More calls than this to one node at once means that the node is stuck. */
    private static final int CALLS_PER_NODE = 256;

    /** No answer about one meeting is as large as this. */
    private static final int MAX_ANSWER_BYTES = 8 << 20;

    private static final Duration CALLBACK_CONNECT = Duration.ofSeconds(5);
    private static final Duration CALLBACK_TOTAL = Duration.ofSeconds(15);

    /** All settings, checked. */
    @Produces
    @Singleton
    public Settings settings() {
        return Settings.read(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    /** Counts what is large in memory. */
    @Produces
    @Singleton
    public Memory memory() {
        return new Memory(Runtime.getRuntime().maxMemory());
    }

    /** Calls nodes. */
    @Produces
    @Singleton
    public NodeClient nodeClient(Settings settings, Executor executor, NodeCallMeter meter, Memory memory) {
        return new NodeClient(
                NodeClient.httpClient(CONNECT_TIMEOUT, executor),
                executor,
                new MeetingListParser(new OwnMetadata(settings)::isHidden),
                new NodeClient.Limits(
                        MAX_ANSWER_BYTES,
                        CALLS_PER_NODE,
                        memory.of(Use.LISTS).most(),
                        memory.of(Use.NODE_ANSWERS).most()),
                meter,
                new RequestCause());
    }

    /** Calls addresses that tenants chose. */
    @Produces
    @Singleton
    public CallbackSender callbackSender(Settings settings) {
        return new CallbackSender(
                SystemDefaultDnsResolver.INSTANCE,
                new AddressGuard(settings.get(Settings.CALLBACK_ALLOWED_NETWORKS)),
                new CallbackSender.Limits(CALLBACK_CONNECT, CALLBACK_TOTAL, CallbackDelivery.MOST_AT_ONCE));
    }

    /** Breaks off what is under way when the application ends; it is made again later. */
    public void close(@Disposes CallbackSender sender) {
        sender.close();
    }

    /** Chooses nodes. */
    @Produces
    @Singleton
    public Placement placement() {
        return new Placement(new Random());
    }

    /** Makes ids of requests, which need not be unguessable. */
    @Produces
    @Singleton
    public RequestIds requestIds() {
        return new RequestIds(() -> ThreadLocalRandom.current().nextLong());
    }

    /** What time it is. */
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** Makes tokens of users. */
    @Produces
    @Singleton
    public TokenTexts tokenTexts() {
        return new TokenTexts(new SecureRandom());
    }

    /** Counts log-ins that failed. */
    @Produces
    @Singleton
    public LoginThrottle loginThrottle() {
        return new LoginThrottle(Ticker.systemTicker());
    }

    /** Records log-ins that did not fail. */
    @Produces
    @Singleton
    public LoginRecords loginRecords(AuditTrail trail, ServerStatus status) {
        return new LoginRecords(trail::add, status.name(), Ticker.systemTicker());
    }

    /** Remembers which passwords were right. */
    @Produces
    @Singleton
    public VerifiedPasswords verifiedPasswords() {
        return new VerifiedPasswords(new SecureRandom(), Ticker.systemTicker());
    }

    /** Makes secrets and nonces. */
    @Produces
    @Singleton
    public SecretTexts secretTexts() {
        return new SecretTexts(new SecureRandom());
    }
}
