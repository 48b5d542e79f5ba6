/** Parts of placing meetings against a real database. */
package dev.b3lb.meeting;
