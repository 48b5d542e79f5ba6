/** How the server's log looks: one line for each event, as text or as JSON, whatever those who send requests write. */
package dev.b3lb.log;
