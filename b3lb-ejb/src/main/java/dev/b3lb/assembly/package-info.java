/** Puts the parts together and starts them. Knows the other packages; none of them knows it. */
package dev.b3lb.assembly;
