/** How much of the heap large things may take: what clients send, what they have not fetched yet, what nodes answer. */
package dev.b3lb.memory;
