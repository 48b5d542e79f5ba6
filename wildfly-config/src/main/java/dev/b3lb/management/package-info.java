/** What the server's management and the application share: the operations, who asks for them, and their catalogue. */
package dev.b3lb.management;
