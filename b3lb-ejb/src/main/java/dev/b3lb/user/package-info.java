/** People and programs that administer b3lb: their roles, passwords and tokens, and how they prove who they are. */
package dev.b3lb.user;
