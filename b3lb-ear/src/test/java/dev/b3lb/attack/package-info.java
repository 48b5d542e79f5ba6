/** What enemies would send, against a server with little memory. */
package dev.b3lb.attack;
