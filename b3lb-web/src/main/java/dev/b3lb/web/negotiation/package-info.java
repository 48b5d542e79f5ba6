/** Which form of an answer a client likes best. */
package dev.b3lb.web.negotiation;
