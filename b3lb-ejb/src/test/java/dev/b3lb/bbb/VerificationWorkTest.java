package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks with a wrong checksum must not learn from the time that it takes whether there is such a tenant. */
class VerificationWorkTest {

    private static final int LARGE = 1 << 20;
    private static final String FIRST = "a".repeat(42);
    private static final String SECOND = "b".repeat(42);

    /** What was hashed: the size of each piece, and where a hash begins or ends. */
    private final List<String> work = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void a_wrong_checksum_costs_the_same_whoever_is_asked_for(ChecksumAlgorithm algorithm) {
        String wrong = "0".repeat(algorithm.hexLength());
        for (SignedRequest request : requests(wrong)) {
            List<String> unknown = workFor(request, List.of());

            assertThat(workFor(request, List.of(FIRST))).isEqualTo(unknown);
            assertThat(workFor(request, List.of(FIRST, SECOND))).isEqualTo(unknown);
            assertThat(unknown).as("nothing is spared").isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void each_text_is_hashed_once_for_all_secrets(ChecksumAlgorithm algorithm) {
        SignedRequest form = form("checksum=" + "0".repeat(algorithm.hexLength()), "a=" + "x".repeat(LARGE));

        List<String> done = workFor(form, List.of(FIRST, SECOND));

        assertThat(done).filteredOn(step -> step.equals("begin")).hasSize(3);
        assertThat(done).filteredOn(step -> step.equals("add " + (LARGE + 2))).hasSize(2); // as sent, and sorted
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "zz", "g000000000000000000000000000000000000000"})
    void what_is_no_checksum_costs_nothing(String text) {
        assertThat(workFor(form("checksum=" + text, "a=1"), List.of(FIRST))).isEmpty();
        assertThat(workFor(form("checksum=" + text, "a=1"), List.of())).isEmpty();
    }

    private static List<SignedRequest> requests(String checksum) {
        String large = "b=" + "x".repeat(LARGE) + "&a=%C3%BC+&c";
        return List.of(
                SignedRequest.of(ApiCall.GET_MEETINGS, "a=1&checksum=" + checksum, Optional.empty()),
                form("checksum=" + checksum, large),
                form("", large + "&checksum=" + checksum),
                SignedRequest.of(
                        ApiCall.CREATE,
                        "checksum=" + checksum,
                        Optional.of(SentForm.multipart(QueryParameters.parse(large)))));
    }

    private static SignedRequest form(String query, String text) {
        return SignedRequest.of(ApiCall.GET_MEETINGS, query, Optional.of(SentForm.urlencoded(text)));
    }

    private List<String> workFor(SignedRequest request, List<String> secrets) {
        work.clear();
        ChecksumSettings settings = new ChecksumSettings(EnumSet.allOf(ChecksumAlgorithm.class), true);
        Function<ChecksumAlgorithm, MessageDigest> hashes = algorithm -> {
            work.add("begin");
            return new Watched(algorithm.begin());
        };
        assertThat(new RequestChecksum(settings, hashes).verify(request, secrets))
                .isEqualTo(new RequestChecksum.Verdict.Refused(BbbError.CHECKSUM_MISMATCH));
        return List.copyOf(work);
    }

    /** A hash that tells what it is given. */
    private final class Watched extends MessageDigest {

        private final MessageDigest real;

        Watched(MessageDigest real) {
            super(real.getAlgorithm());
            this.real = real;
        }

        @Override
        protected void engineUpdate(byte input) {
            work.add("add 1");
            real.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            work.add("add " + length);
            real.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            work.add("end");
            return real.digest();
        }

        @Override
        protected void engineReset() {
            real.reset();
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            work.add("branch");
            return new Watched((MessageDigest) real.clone());
        }
    }
}
