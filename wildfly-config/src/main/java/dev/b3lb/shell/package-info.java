/** The shell command {@code bin/b3lb.sh}: one call of a management operation from a command line. */
package dev.b3lb.shell;
