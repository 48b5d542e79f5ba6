/** What operators decide about the parameters of a tenant's calls: the table of known parameters, and the rules. */
package dev.b3lb.parameter;
