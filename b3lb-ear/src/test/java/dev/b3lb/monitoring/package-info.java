/**
 * What {@code docs/monitoring} hands to operators - dashboard, rules, scrape configuration, the page's table of metrics -
 * against each other, against a running server, and through Prometheus' own tool.
 */
package dev.b3lb.monitoring;
