/**
 * Which documents need one process.
 *
 * <p>Answers "which documents must share an address space under these browser capabilities?". The
 * HTML Standard does not speak of processes; the design documents do, and their rules M1 to M4 are
 * here. Nothing of it is stored in a world: it follows from agent clusters, pages and groups.
 *
 * <p>Read {@link org.coopcheck.model.process.Processes}.
 */
@NullMarked
package org.coopcheck.model.process;

import org.jspecify.annotations.NullMarked;
