/** Answers on their way to clients: what is shared by several, and what a client has not fetched yet. */
package dev.b3lb.web.answer;
