/** Records of who did what, for people who have to account for it. */
package dev.b3lb.audit;
