/** What a server counts and times of its own work, for scrapers. Gone when it stops. */
package dev.b3lb.meter;
