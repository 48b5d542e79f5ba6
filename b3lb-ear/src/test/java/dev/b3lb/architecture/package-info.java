/** What must stay true of the code and its pages whoever changes them: who may use whom, and what the pages say. */
package dev.b3lb.architecture;
