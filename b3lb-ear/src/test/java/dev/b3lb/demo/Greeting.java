package dev.b3lb.demo;

import dev.b3lb.testbed.BbbSignature;
import java.util.stream.Collectors;

/** The text that tells a person what to do with the running demo. */
final class Greeting {

    private static final String TEMPLATE = """

            b3lb is running.

              API root     %1$s/bigbluebutton/api
              ping         %1$s/b3lb/ping
              health       %1$s/health/ready
              console      http://localhost:%2$s/console  (WildFly's; user %3$s, password %4$s)
              REST API     %1$s/admin/api/v1/  (user %18$s, password %19$s)
            %5$s
              server log   %6$s

            Tenant %7$s
              API URL      %8$s
              or           %9$s
              secret       %10$s
              API Mate     %11$s#server=%8$s&sharedSecret=%10$s

            Try it: create a meeting, join it (the answer leads to a node; open it in a browser), list it, end it
              curl '%12$s'
              curl -i '%13$s'
              curl '%14$s'
              curl '%15$s'

            Look at the nodes
              %16$s%17$s/bin/b3lb.sh status --table

            Ask the REST API who you are
              curl -u '%18$s:%19$s' %1$s/admin/api/v1/me

            Ctrl-C stops everything.
            """;

    private final DemoFacts facts;
    private final BbbSignature signature;

    Greeting(DemoFacts facts) {
        this.facts = facts;
        this.signature = new BbbSignature("SHA-256", facts.secret());
    }

    String text() {
        return TEMPLATE.formatted(
                facts.baseUrl(),
                facts.settings().managementPort(),
                facts.secrets().admin().name(),
                facts.secrets().adminPassword(),
                nodes(),
                facts.log(),
                DemoPool.TENANT,
                facts.tenantUrl(),
                facts.tenantHostUrl(),
                facts.secret(),
                facts.settings().apiMate(),
                url("create", "name=Demo+meeting&meetingID=demo"),
                url("join", "fullName=Ada&meetingID=demo&role=MODERATOR"),
                url("getMeetings", ""),
                url("end", "meetingID=demo"),
                managementVariable(),
                facts.settings().serverHome(),
                DemoUser.NAME,
                facts.secrets().userPassword());
    }

    private String nodes() {
        return facts.nodes().stream()
                .map(node -> "  %-12s %s".formatted(node.slug(), node.page()))
                .collect(Collectors.joining("\n"));
    }

    private String managementVariable() {
        return "B3LB_MANAGEMENT=127.0.0.1:" + facts.settings().managementPort() + " ";
    }

    /** A signed call that stands between quotes in a shell. */
    private String url(String call, String query) {
        return facts.tenantUrl() + call + "?" + signature.sign(call, query);
    }
}
