/**
 * The ticket itself. Everything that changes one goes through `changeTicket`; everything that brings one in goes
 * through `openTicket`.
 */
export { changeTicket, hashAccessCode, openAsService, openTicket, renewAccessCode, type ChangeProblem, type OpenedTicket, type OpenTicket } from './actions.ts'
/** Loads and small writes that other capabilities of a ticket need, inside their own transaction. */
export { insertFiles, loadById, loadCategories, loadCategory, type Category, type LoadedTicket, type NewFile } from './store.ts'
