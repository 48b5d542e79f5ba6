/** Looks whether a node, or this server with all that it needs, is fit for work, and says what is wrong in words. */
package dev.b3lb.check;
