package dev.b3lb.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.meeting.Presence;
import dev.b3lb.meeting.SomeMeetings;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final String MOODLE = "moodle.example.com";

    private final Account zero = SomeAccounts.account("ACME", 0);
    private final Account five = SomeAccounts.account("ACME", 5);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final OpenMeetings meetings = new OpenMeetings();
    private final Statistics statistics = new Statistics(
            new FixedConfigurations().with(zero, five, other),
            new RunningMeetings(meetings, new NodeStates(), SomeSettings.with()));

    private void meeting(Account account, String id, String serverName, String origin, boolean breakout) {
        Presence presence = new Presence(10, 5, 4, 2, 1, origin, serverName, breakout);
        meetings.put(SomeMeetings.with(presence, SomeMeetings.open(account, SomeNodes.node("a"), id)));
    }

    @Test
    void meetings_are_summed_up_by_server_and_origin() {
        meeting(zero, "one", MOODLE, "Moodle", false);
        meeting(five, "two", MOODLE, "Moodle", false);
        meeting(five, "room", MOODLE, "Moodle", true);
        meeting(five, "three", MOODLE, "Greenlight", false);
        meeting(five, "four", "", "", false);

        assertThat(statistics.ofTenant(zero.tenantId()).get(MOODLE).get("Moodle"))
                .isEqualTo(new Figures(20, 15, 12, 2, 6, 3));
        assertThat(statistics.ofTenant(zero.tenantId()).get(MOODLE)).containsOnlyKeys("Greenlight", "Moodle");
        assertThat(statistics.ofTenant(zero.tenantId()).get("").get("").meetings())
                .isEqualTo(1);
    }

    @Test
    void more_people_than_a_number_can_hold_are_no_negative_ones() {
        Presence invented = new Presence(Integer.MAX_VALUE, 0, 0, 0, 0, "", "", false);
        for (String id : new String[] {"one", "two"}) {
            meetings.put(SomeMeetings.with(invented, SomeMeetings.open(zero, SomeNodes.node("a"), id)));
        }

        assertThat(statistics.ofSecret(zero).get("").get("").participants()).isEqualTo(2L * Integer.MAX_VALUE);
    }

    @Test
    void one_secret_is_told_of_its_own_meetings_only() {
        meeting(zero, "one", MOODLE, "Moodle", false);

        assertThat(statistics.ofSecret(zero)).containsOnlyKeys(MOODLE);
        assertThat(statistics.ofSecret(five)).isEmpty();
    }

    @Test
    void the_global_ones_have_all_tenants_also_those_without_meetings() {
        meeting(five, "one", MOODLE, "Moodle", false);

        assertThat(statistics.global()).containsOnlyKeys("ACME", "OTHER");
        assertThat(statistics.global().get("ACME")).isEqualTo(statistics.ofTenant(zero.tenantId()));
        assertThat(statistics.global().get("OTHER")).isEmpty();
    }
}
