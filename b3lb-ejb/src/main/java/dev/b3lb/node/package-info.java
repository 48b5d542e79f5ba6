/** BBB servers: how operators describe them, what polling knows of them, and calls that are made to them for clients. */
package dev.b3lb.node;
