/**
 * Node choice in virtual time: the product's own chooser against other rules, on the same demand. The program is
 * {@link dev.b3lb.simulation.SimulationProgram}; a short run of it is a test.
 */
package dev.b3lb.simulation;
