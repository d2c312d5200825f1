/**
 * The trail: who saw or did what. Append-only for the application's role, and each entry is chained to the one before
 * by SHA-256, within about a second of its commit.
 */
export { linkPending, record, verifyChain, type Line, type Verification } from './actions.ts'
