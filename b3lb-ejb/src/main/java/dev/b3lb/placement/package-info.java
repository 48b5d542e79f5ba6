/** Which node a new meeting goes to. Plain classes that know neither database nor container. */
package dev.b3lb.placement;
