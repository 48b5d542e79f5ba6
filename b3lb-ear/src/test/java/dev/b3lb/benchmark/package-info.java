/** How b3lb does at scale: a pool of very many stand-in nodes, and what polling it costs. */
package dev.b3lb.benchmark;
