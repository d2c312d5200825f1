/**
 * The trail: who saw or did what. Append-only for the application's role, and each entry is chained to the one before
 * by SHA-256, within about a second of its commit.
 */
export { linkPending, record, type Verification, verifyChain } from './actions/chain.ts'
/** Who opened or changed one object and when, by role and never by name: for showing to the person it is about. */
export { readAccesses } from './read/accesses.ts'
