package dev.b3lb.it;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scrapes some servers in turns, again and again, as a scraper does that a balancer sends now here and now there. */
final class SumsWatch implements AutoCloseable {

    static final String JOINED = "b3lb_attendees_joined_total";
    static final String CREATED = "b3lb_meetings_created_total";
    static final String ENDED = "b3lb_meeting_duration_seconds_count";
    private static final String SECONDS = "b3lb_meeting_duration_seconds_sum";

    /** Scrapes that are nearer to each other than this may come from two servers that have just not read the same. */
    private static final Duration APART = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Asks one server. */
    interface Server {
        Scrape scrape() throws IOException;
    }

    private record Seen(long from, long to, Scrape scrape) {}

    private final List<Server> servers;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::watch, "watching sums");

    SumsWatch(List<Server> servers) {
        this.servers = List.copyOf(servers);
        thread.start();
    }

    private void watch() {
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                look(i % servers.size());
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int server) {
        long from = System.nanoTime();
        try {
            Scrape scrape = servers.get(server).scrape();
            seen.add(new Seen(from, System.nanoTime(), scrape));
        } catch (IOException | IllegalStateException down) {
            // A scraper has a gap then
        }
    }

    /** How many scrapes there were. */
    int number() {
        return seen.size();
    }

    /** By how much a sum has grown from any scrape to any later one that can be compared with it. */
    DoubleStream steps() {
        return IntStream.range(0, seen.size()).boxed().flatMapToDouble(i -> seen.subList(i + 1, seen.size()).stream()
                .filter(later -> comparable(seen.get(i), later))
                .flatMapToDouble(later -> steps(seen.get(i), later)));
    }

    private static boolean comparable(Seen one, Seen later) {
        return later.from() - one.to() >= APART.toNanos();
    }

    private static DoubleStream steps(Seen one, Seen later) {
        return Stream.of(JOINED, CREATED, ENDED, SECONDS)
                .filter(sum -> one.scrape().find(sum).isPresent()
                        && later.scrape().find(sum).isPresent())
                .mapToDouble(sum -> later.scrape().value(sum) - one.scrape().value(sum));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
