/**
 * SQL that makes its transaction commit without waiting for the disk; it has to be part of what the statement reads. Only
 * for claims: one that is lost with the server is one that was never made, and whoever holds its token is refused. What
 * is committed after it, waiting, makes it durable as well.
 */
export const COMMIT_WITHOUT_WAITING = "set_config('synchronous_commit', 'off', true)";
