/** Parts of polling against a real database. */
package dev.b3lb.polling;
