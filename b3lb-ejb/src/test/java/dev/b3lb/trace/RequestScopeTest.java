package dev.b3lb.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestScopeTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final AtomicReference<Optional<String>> seen = new AtomicReference<>();

    @AfterEach
    void everything_is_clean() {
        pool.shutdownNow();
        assertThat(RequestScope.current()).isEmpty();
        assertThat(MDC.get("request")).isNull();
    }

    private void look() {
        seen.set(RequestScope.current());
    }

    private Optional<String> inPool() throws Exception {
        return pool.submit(RequestScope::current).get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_thread_works_for_a_request_until_the_scope_is_closed() {
        try (RequestScope scope = RequestScope.open("a")) {
            assertThat(scope).isNotNull();
            assertThat(RequestScope.current()).contains("a");
            assertThat(MDC.get("request")).hasToString("a");
        }
        assertThat(RequestScope.current()).isEmpty();
    }

    @Test
    void scopes_may_stand_in_each_other() {
        try (RequestScope outer = RequestScope.open("a")) {
            try (RequestScope inner = RequestScope.open("b")) {
                assertThat(RequestScope.current()).contains("b");
                assertThat(inner).isNotSameAs(outer);
            }
            assertThat(RequestScope.current()).contains("a");
        }
    }

    /** The log manager of the server hands its context on to new threads; here a thread is given another's by hand. */
    @Test
    void what_a_thread_has_from_another_counts_for_nothing_and_is_gone_after_the_first_work() throws Exception {
        AtomicReference<Object> mark = new AtomicReference<>();
        try (RequestScope scope = RequestScope.open("a")) {
            mark.set(MDC.get("request"));
            assertThat(scope).isNotNull();
        }
        pool.submit(() -> MDC.put("request", mark.get())).get(10, TimeUnit.SECONDS);

        assertThat(inPool()).isEmpty();
        assertThat(pool.submit(() -> MDC.get("request").toString()).get(10, TimeUnit.SECONDS))
                .as("what the log would show")
                .isEmpty();

        CompletableFuture.runAsync(() -> {}, RequestScope.following(pool)).get(10, TimeUnit.SECONDS);
        assertThat(pool.submit(() -> MDC.get("request")).get(10, TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void work_is_done_for_whom_it_was_given() throws Exception {
        Executor following = RequestScope.following(pool);
        try (RequestScope scope = RequestScope.open("a")) {
            assertThat(scope).isNotNull();
            following.execute(this::look);
        }
        assertThat(inPool()).as("the thread afterwards").isEmpty();
        assertThat(seen.get()).contains("a");

        following.execute(this::look);
        assertThat(inPool()).isEmpty();
        assertThat(seen.get()).as("work of nobody").isEmpty();
    }

    @Test
    void what_goes_on_from_here_is_done_for_the_same_whoever_starts_it() throws Exception {
        Executor carrying;
        try (RequestScope scope = RequestScope.open("a")) {
            assertThat(scope).isNotNull();
            carrying = RequestScope.carrying(RequestScope.following(pool));
        }
        try (RequestScope other = RequestScope.open("b")) {
            assertThat(other).isNotNull();
            carrying.execute(this::look);
        }
        assertThat(inPool()).isEmpty();
        assertThat(seen.get()).contains("a");
    }

    /** As with a future: whoever completes it does what depends on it. */
    @Test
    void all_that_follows_an_answer_is_done_for_the_same() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<Optional<String>> end;
        try (RequestScope scope = RequestScope.open("a")) {
            assertThat(scope).isNotNull();
            end = answer.handleAsync((text, failure) -> text, RequestScope.carrying(pool))
                    .thenCompose(CompletableFuture::completedStage)
                    .thenApply(text -> RequestScope.current());
        }
        answer.complete("yes");

        assertThat(end.get(10, TimeUnit.SECONDS)).contains("a");
    }

    @Test
    void who_does_the_work_itself_is_left_as_it_was() {
        Executor here = Runnable::run;
        Executor carrying = RequestScope.carrying(here);
        try (RequestScope scope = RequestScope.open("b")) {
            assertThat(scope).isNotNull();
            carrying.execute(this::look);
            assertThat(seen.get()).isEmpty();
            assertThat(RequestScope.current()).contains("b");
        }
    }

    @Test
    void a_thread_is_clean_after_work_that_failed() {
        Deque<Runnable> queue = new ArrayDeque<>();
        try (RequestScope scope = RequestScope.open("a")) {
            assertThat(scope).isNotNull();
            queue.add(RequestScope.carried(() -> {
                look();
                throw new IllegalStateException("no");
            }));
        }
        assertThatThrownBy(queue.remove()::run).hasMessage("no");
        assertThat(seen.get()).contains("a");
        assertThat(RequestScope.current()).isEmpty();
    }
}
