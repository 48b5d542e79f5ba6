/** Every operation, asked for through every door: that they say the same, and what the page on operations shows. */
package dev.b3lb.door;
