/**
 * Who brought a ticket, apart from the ticket and sealed. Row-level security decides who gets it: the service, the
 * complainant, and officers who may see the ticket; where the complainant chose to be anonymous, only one to whom it was opened (A5).
 */
export {
  coverIdentity,
  findByContact,
  type Identity,
  keepIdentity,
  matchesEmail,
  readIdentity,
  readIdentityAsService,
} from './actions.ts'
