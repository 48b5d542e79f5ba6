/** How administrators' programs are told what went wrong. */
package dev.b3lb.web.problem;
