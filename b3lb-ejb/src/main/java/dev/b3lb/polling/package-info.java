/** Asking the nodes what they are doing: who asks whom when, and what the answers change. */
package dev.b3lb.polling;
