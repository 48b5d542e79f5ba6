package dev.b3lb.simulation;

import dev.b3lb.simulation.Knowledge.Reservations;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The rules that are compared. */
enum Contender {
    RANDOM("random", game -> new RandomChooser(game.random())),
    ROUND_ROBIN("round robin", game -> new RoundRobin()),
    LEAST_MEETINGS("least meetings", game -> new LeastMeetings(game.lowest())),
    SCALELITE("Scalelite's rule", game -> new ScaleliteRule(Weights.NONE, game.nodes())),
    SCALELITE_TUNED("Scalelite's rule, multipliers set", game -> new ScaleliteRule(Weights.OF_CAPACITY, game.nodes())),
    B3LB_CACHED("B3LB's rule, rows up to 15 s old", game -> new CachedB3lbRule(game.lowest())),
    B3LB_FRESH("B3LB's rule, perfect data", game -> new B3lbRule(Weights.NONE, game.lowest())),
    B3LB_TUNED("B3LB's rule, perfect data, multipliers set", game -> new B3lbRule(Weights.OF_CAPACITY, game.lowest())),
    BARE("ours, nothing set, no history", game -> game.ours(Knowledge.NOTHING)),
    CAPACITY("ours, capacities set, no history", game -> game.ours(Knowledge.CAPACITY)),
    HISTORY("ours, nothing set, history", game -> game.ours(Knowledge.HISTORY)),
    OURS("ours, capacities set, history", game -> game.ours(Knowledge.USUAL)),
    HINTS("ours, and creates with size hints", game -> game.ours(Knowledge.USUAL.withHints())),
    NO_CPU("ours without CPU values", game -> game.ours(Knowledge.USUAL.withoutCpu())),
    OWN_RESERVATIONS(
            "ours, each server with its own reservations only",
            game -> game.ours(Knowledge.USUAL.with(Reservations.OWN))),
    NO_RESERVATIONS("ours without reservations", game -> game.ours(Knowledge.USUAL.with(Reservations.NONE))),
    ORACLE("oracle (every final size known)", game -> new Oracle(game.lowest()));

    /** What choosers are made from. */
    record Game(Trace trace, int nodes, RandomGenerator random, Stopwatch stopwatch) {

        Lowest lowest() {
            return new Lowest(random);
        }

        Chooser ours(Knowledge knowledge) {
            return new ProductionChooser(knowledge, trace, random, stopwatch);
        }
    }

    @FunctionalInterface
    private interface Maker {
        Chooser make(Game game);
    }

    private final String title;
    private final Maker maker;

    Contender(String title, Maker maker) {
        this.title = title;
        this.maker = maker;
    }

    Chooser chooser(Game game) {
        return maker.make(game);
    }

    String title() {
        return title;
    }

    /** The name on the command line. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
