/** What tells machines how this server is: ping and health. */
package dev.b3lb.web.monitoring;
