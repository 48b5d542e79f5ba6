/** The running product, seen from outside: what clients, nodes and operators can observe of it. */
package dev.b3lb.it;
