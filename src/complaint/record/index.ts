/**
 * The ticket itself. Everything that changes one goes through `changeTicket`; everything that brings one in goes
 * through `openTicket`.
 */
export { changeTicket, hashAccessCode, lookUpNumber, openAsService, openTicket, proveAccess, renewAccessCode, type KnownByNumber, type ChangeProblem, type OpenedTicket, type OpenTicket } from './actions.ts'
/** Loads and small writes that other capabilities of a ticket need, inside their own transaction. */
export { insertFiles, loadById, loadCategories, loadCategory, loadKnownFileKeys, type Category, type LoadedTicket, type NewFile } from './store.ts'
/** What the pages of a ticket show: its words, its history, its files. Row-level security decides who gets any. */
export { loadFiles, loadHistory, loadStoredFile, loadText, type FileFacts, type HistoryLine, type TicketText } from './read.ts'
/** One whole ticket in one statement. */
export { type Dossier, loadDossier } from './read/dossier.ts'
/** Many tickets at once: lists, their counts, and what an office has in hand. */
export {
  countByAssignee,
  countOffice,
  countTickets,
  findByNumber,
  type ListFilter,
  type ListLine,
  type ListOrder,
  type ListPlace,
  listTickets,
  type LoadLine,
  type OfficeCounts,
  searchTickets,
} from './read/list.ts'
