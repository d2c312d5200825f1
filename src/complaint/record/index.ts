/**
 * The ticket itself. Everything that changes one goes through `changeTicket`; everything that brings one in goes
 * through `openTicket`.
 */
export {
  type ChangeProblem,
  changeTicket,
  lookUpNumber,
  openAsService,
  openTicket,
  proveAccess,
  renewAccessCode,
} from './actions.ts'
/** The complainant's ticket, for routes of keyholders. */
export { ownTicket } from './own.ts'
/** One whole ticket in one statement. */
export { type Dossier, loadDossier } from './read/dossier.ts'
/** What one officer has in hand. */
export { type Held, listHeld } from './read/held.ts'
/** Many tickets at once: lists, their counts, and what an office has in hand. */
export {
  countByAssignee,
  countManyTickets,
  countOffice,
  countTickets,
  findByNumber,
  type ListFilter,
  type ListLine,
  type ListOrder,
  type ListPlace,
  type LoadLine,
  listNamed,
  listTickets,
  type OfficeCounts,
  searchTickets,
} from './read/list.ts'
/** For pages that lie open: which of the changed tickets concern who looks at them. */
export { listSeen, listTouched } from './read/touched.ts'
/** What the pages of a ticket show: its words, its history, its files. Row-level security decides who gets any. */
export { type FileFacts, type HistoryLine, loadFiles, loadHistory, loadStoredFile, loadText, type TicketText } from './read.ts'
/** The tree of categories, tops and branches in their order. */
export { type Category, loadCategories, loadCategory } from './store/categories.ts'
/** After a change of the calendar: the promises of many tickets at once, each with its event. */
export { type MovedDue, moveDues } from './store/dues.ts'
/** Loads and small writes that other capabilities of a ticket need, inside their own transaction. */
export { copyFiles, insertFiles, type LoadedTicket, loadById, loadKnownFileKeys, lockTickets } from './store.ts'
