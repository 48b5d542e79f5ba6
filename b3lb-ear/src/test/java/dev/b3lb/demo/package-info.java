/**
 * The demo: b3lb with three fake BBB nodes, PostgreSQL and Redis, on one machine, with nothing but what Maven brings.
 * It runs until Ctrl-C and then leaves nothing running; what was set up stays for the next time.
 */
package dev.b3lb.demo;
