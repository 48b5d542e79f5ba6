/** Which servers are up, as each of them tells, for those who look after them. Nothing else depends on it. */
package dev.b3lb.instance;
