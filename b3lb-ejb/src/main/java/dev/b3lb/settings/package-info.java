/** What can be set from outside, checked at start. */
package dev.b3lb.settings;
