package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestLayoutTest {

    private static final NodeEndpoint NODE = new NodeEndpoint(
            URI.create("http://node/bigbluebutton/api/"),
            URI.create("http://node/b3lb/load"),
            "secret",
            ChecksumAlgorithm.SHA512);
    private static final String LONG = "x".repeat(7000);
    private static final QueryParameters SHORT_AND_LONG = QueryParameters.parse("meetingID=ab&welcome=" + LONG);

    @Test
    void a_query_of_exactly_the_limit_stays_whole() {
        int room = RequestLayout.LONGEST_QUERY - "meetingID=ab&welcome=&checksum=".length() - 128;
        QueryParameters fitting = QueryParameters.parse("meetingID=ab").with("welcome", "x".repeat(room));
        HttpRequest request = layout(NodeRequest.of(ApiCall.CREATE, fitting));
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri().getRawQuery()).hasSize(RequestLayout.LONGEST_QUERY);
        HttpRequest over = layout(NodeRequest.of(ApiCall.CREATE, fitting.with("welcome", "x".repeat(room + 1))));
        assertThat(over.method()).isEqualTo("POST");
    }

    @Test
    void the_meeting_id_stays_in_the_query_however_long_it_is() {
        QueryParameters parameters = QueryParameters.parse("meetingID=" + LONG + "&name=x&welcome=y");
        HttpRequest request = layout(NodeRequest.of(ApiCall.CREATE, parameters));
        assertThat(request.uri().getRawQuery()).startsWith("meetingID=" + LONG + "&checksum=");
    }

    @Test
    void one_parameter_always_stays_in_the_query() {
        QueryParameters parameters = QueryParameters.parse("a=" + LONG + "&b=" + LONG + "x");
        HttpRequest request = layout(NodeRequest.of(ApiCall.CREATE, parameters));
        assertThat(request.uri().getRawQuery()).startsWith("a=" + LONG + "&checksum=");
        assertThat(bodyLength(request)).isEqualTo(7003);
    }

    @Test
    void nothing_moves_when_there_is_a_body_or_no_post() {
        NodeRequest.Body xml = new NodeRequest.Body("text/xml", new byte[] {1, 2});
        HttpRequest withBody = layout(new NodeRequest(ApiCall.CREATE, SHORT_AND_LONG, Optional.of(xml)));
        assertThat(withBody.uri().getRawQuery()).contains(LONG);
        assertThat(bodyLength(withBody)).isEqualTo(2);
        HttpRequest join = layout(NodeRequest.of(ApiCall.JOIN, SHORT_AND_LONG));
        assertThat(join.uri().getRawQuery()).contains(LONG);
        assertThat(join.method()).isEqualTo("GET");
    }

    @Test
    void of_repeated_parameters_the_first_goes_along() {
        HttpRequest request = layout(NodeRequest.of(ApiCall.END, QueryParameters.parse("meetingID=ab&meetingID=cd")));
        assertThat(request.uri().getRawQuery()).startsWith("meetingID=ab&checksum=");
    }

    @Test
    void a_call_that_is_post_only_is_posted_without_a_body_too() {
        assertThat(layout(NodeRequest.of(ApiCall.INSERT_DOCUMENT, QueryParameters.none()))
                        .method())
                .isEqualTo("POST");
    }

    private static HttpRequest layout(NodeRequest request) {
        return RequestLayout.request(NODE, request).build();
    }

    private static long bodyLength(HttpRequest request) {
        return request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
    }
}
