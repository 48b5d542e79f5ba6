/** How a server starts, and the parts that the container hands out. Knows all other packages; none knows it. */
package dev.b3lb.start;
