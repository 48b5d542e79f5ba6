/** b3lb: many BigBlueButton nodes behind one API. */
package dev.b3lb;
