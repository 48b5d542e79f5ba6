package dev.b3lb.simulation;

/**
 * What makes data worse than they could be.
 *
 * @param pollLoss share of polls that get no answer
 * @param frontEndCrashes share of creates whose server dies between reserving and calling the node
 * @param cpuNoise spread of the reported utilisation
 * @param liars share of creates whose size hint is the opposite of the truth
 */
record Disturbance(double pollLoss, double frontEndCrashes, double cpuNoise, double liars) {

    static final Disturbance NONE = new Disturbance(0, 0, 0, 0);
}
