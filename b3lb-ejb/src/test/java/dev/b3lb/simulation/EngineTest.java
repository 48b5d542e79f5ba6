package dev.b3lb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.placement.ExpectedSize;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation itself: figures are worth as much as the engine that they come from. */
class EngineTest {

    private static final long SEED = 3;

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void nobody_is_lost_and_no_room_is_on_two_nodes(Scenario scenario) {
        Trace trace = scenario.trace().trace(SEED);
        Simulation simulation = new Simulation(scenario, trace, Contender.OURS, SEED);
        for (double time = 0; time < Simulation.HORIZON; time += 900) {
            List<SimNode> nodes = simulation.runUntil(time);
            assertThat(nodes).allSatisfy(node -> assertThat(node.users())
                    .isEqualTo(
                            node.meetings().stream().mapToInt(SimMeeting::users).sum())
                    .isNotNegative());
            Set<String> rooms = new HashSet<>();
            assertThat(running(nodes).map(meeting -> meeting.demand().room())).allMatch(rooms::add);
            assertThat(running(nodes)).allSatisfy(meeting -> assertThat(meeting.users())
                    .isLessThanOrEqualTo(meeting.demand().size()));
        }
    }

    @Test
    void a_meeting_that_has_filled_up_has_all_its_attendees_and_none_when_it_is_over() {
        Demand demand = new Demand(100, "room", 20, 300, 2000);
        Simulation simulation =
                new Simulation(Scenario.HOUR, Trace.of(List.of(demand)), Contender.LEAST_MEETINGS, SEED);
        assertThat(attendees(simulation, 99)).isZero();
        assertThat(attendees(simulation, 250)).isBetween(1, 19);
        assertThat(attendees(simulation, 401)).isEqualTo(20);
        assertThat(attendees(simulation, 2099)).isEqualTo(20);
        assertThat(attendees(simulation, 2101)).isZero();
    }

    @Test
    void every_demand_is_placed_once() {
        Trace trace = TraceShape.HOUR.trace(SEED);
        Simulation simulation = new Simulation(Scenario.LOST_CREATES, trace, Contender.OURS, SEED);
        simulation.run();
        assertThat(simulation.meetings().placed()).isEqualTo(trace.demands().size());
    }

    @Test
    void a_reservation_that_never_became_a_meeting_is_gone_in_the_end() {
        Trace trace =
                new Trace(List.of(), TraceShape.BURST.trace(SEED).demands().subList(0, 100));
        Simulation simulation = new Simulation(Scenario.LOST_CREATES, trace, Contender.OURS, SEED);
        assertThat(reserved(simulation.runUntil(620))).isNotZero();
        assertThat(reserved(simulation.runUntil(700))).isZero();
    }

    @Test
    void an_expired_reservation_changes_no_choice() {
        List<Integer> without = choices(site -> {});
        assertThat(choices(site -> site.node().reserve(reservation()))).isNotEqualTo(without);
        assertThat(choices(site -> {
                    SimMeeting expired = reservation();
                    site.node().reserve(expired);
                    site.node().drop(expired);
                }))
                .isEqualTo(without);
    }

    /** Where the product's chooser would put a meeting that is alike each time. */
    private static List<Integer> choices(Consumer<Site> before) {
        List<Site> sites = IntStream.range(0, 4)
                .mapToObj(i -> new Site(new SimNode(i, 300), true))
                .toList();
        before.accept(sites.get(0));
        Chooser chooser = Contender.OURS.chooser(
                new Contender.Game(new Trace(List.of(), List.of()), 4, new Random(SEED), new Stopwatch()));
        Create create = reservation().create();
        return IntStream.range(0, 100)
                .mapToObj(i -> chooser.choose(create, new ExpectedSize(16, 5), sites, 60)
                        .index())
                .toList();
    }

    private static SimMeeting reservation() {
        Demand demand = new Demand(30, "room", 16, 300, 3000);
        return new SimMeeting(new Create(demand, 0, OptionalInt.empty(), true), 30, new ExpectedSize(16, 5));
    }

    @Test
    void a_node_that_crashes_is_empty_and_its_people_come_back() {
        Trace trace = TraceShape.HOUR.trace(SEED);
        Simulation simulation = new Simulation(Scenario.CRASH, trace, Contender.LEAST_MEETINGS, SEED);
        int before = attendees(simulation, 3600 + 1499);
        int there = simulation.runUntil(3600 + 1499).get(9).users();
        assertThat(there).isPositive();
        assertThat(attendees(simulation, 3600 + 1501)).isLessThanOrEqualTo(before - there);
        assertThat(simulation.runUntil(3600 + 2390).get(9).users()).isZero();
        assertThat(attendees(simulation, 3600 + 2000)).isCloseTo(before, within(before / 20));
    }

    @Test
    void the_same_arguments_give_the_same_run() {
        Trace trace = TraceShape.EXAM.trace(SEED);
        assertThat(run(Scenario.EXAM, trace, Contender.B3LB_CACHED))
                .isEqualTo(run(Scenario.EXAM, trace, Contender.B3LB_CACHED));
        assertThat(TraceShape.EXAM.trace(SEED)).isEqualTo(trace).isNotEqualTo(TraceShape.EXAM.trace(SEED + 1));
    }

    @ParameterizedTest
    @EnumSource(value = Scenario.class, mode = EnumSource.Mode.EXCLUDE, names = "RECORDED")
    void who_knows_the_final_sizes_does_better_than_chance(Scenario scenario) {
        Trace trace = scenario.trace().trace(SEED);
        assertThat(run(scenario, trace, Contender.ORACLE).overload())
                .isLessThan(run(scenario, trace, Contender.RANDOM).overload());
    }

    @Test
    void a_full_hour_on_one_node_counts_as_such() {
        NodeFigures figures = new NodeFigures();
        figures.spent(1800, 0.4, 40);
        figures.spent(900, 1.2, 120);
        figures.spent(900, 0.8, 80);
        assertThat(figures.overload()).isEqualTo(0.25);
        assertThat(figures.crowdedHours()).isEqualTo(30);
        assertThat(figures.highest()).isEqualTo(1.2);
        assertThat(figures.quantile(0.5)).isCloseTo(0.4, within(0.01));
        assertThat(figures.quantile(0.99)).isCloseTo(1.2, within(0.01));
    }

    @Test
    void the_reported_cpu_is_the_higher_one_of_the_two_means() {
        CpuLog cpu = new CpuLog();
        for (int quarter = 0; quarter < 8; quarter++) {
            cpu.used(quarter < 4 ? 0.8 : 0.2, 15);
            cpu.sample();
        }
        assertThat(cpu.value()).isEqualTo(2000);
        cpu.used(0.9, 15);
        cpu.sample();
        assertThat(cpu.value()).isEqualTo(9000);
        cpu.used(0.1, 15);
        cpu.sample();
        assertThat(cpu.value()).isEqualTo(3500);
    }

    @Test
    void a_recorded_demand_with_a_bad_line_is_refused() {
        assertThat(TraceFile.parse(List.of("t,room,size,ramp,dur", "-5,a,3,60,600", "7,a,0,60,600")))
                .isEqualTo(
                        new Trace(List.of(new Demand(-5, "a", 3, 60, 600)), List.of(new Demand(7, "a", 1, 60, 600))));
        assertThatThrownBy(() -> TraceFile.parse(List.of("t,room,size,ramp,dur", "7,a,0")))
                .hasMessageContaining("7,a,0");
    }

    private static Figures run(Scenario scenario, Trace trace, Contender contender) {
        return new Simulation(scenario, trace, contender, SEED).run();
    }

    private static int attendees(Simulation simulation, double time) {
        return simulation.runUntil(time).stream().mapToInt(SimNode::users).sum();
    }

    private static Stream<SimMeeting> running(List<SimNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.meetings().stream())
                .filter(meeting -> meeting.opened() && !meeting.over());
    }

    private static long reserved(List<SimNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.meetings().stream())
                .filter(meeting -> !meeting.opened())
                .count();
    }
}
