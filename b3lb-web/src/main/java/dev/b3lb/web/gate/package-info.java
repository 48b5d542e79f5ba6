/**
 * What every request passes before anything else looks at it: whether it can be understood, how long its body may take,
 * and who sends its answer.
 */
package dev.b3lb.web.gate;
