/** The WildFly extension: {@code /subsystem=b3lb} with one management operation for each entry of the catalogue. */
package dev.b3lb.management.extension;
