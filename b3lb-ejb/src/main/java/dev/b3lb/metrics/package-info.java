/** What is told to monitoring: metrics for scrapers, statistics by front end. */
package dev.b3lb.metrics;
