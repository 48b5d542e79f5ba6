/**
 * The BBB API: who calls, one handler per call, and the one place where every outcome becomes BBB's XML.
 */
package dev.b3lb.web.api;
