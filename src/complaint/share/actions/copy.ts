import { coverIdentity, readIdentityAsService } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { loadThread } from '../../conversation/index.ts'
import { type FileFacts, type LoadedTicket, loadFiles, loadText } from '../../record/index.ts'
import { loadAllowed } from '../read.ts'
import { findRefusal, mayShareFiles, type Refusal } from '../rules.ts'

/** Why this ticket is not shared by a link; null where it may be. */
export async function findTicketRefusal(ctx: Context, { id, secret, standing }: LoadedTicket): Promise<Refusal | null> {
  const shielded = !(await loadAllowed(ctx.tx, id))
  return findRefusal({ secret, restricted: standing.restricted, shielded, state: standing.state })
}

/** Files that may be chosen: those that came with the report, and none of somebody who is hidden. */
export async function listOffered(ctx: Context, ticket: LoadedTicket): Promise<readonly FileFacts[]> {
  if (!mayShareFiles(ticket)) return []
  return (await loadFiles(ctx.tx, ticket.id)).filter(({ messageId }) => messageId === null)
}

/** What the officer begins with: the words of the report and of the answer that stands, who brought it covered in both. */
export async function composeCopy(ctx: Context, ticket: LoadedTicket): Promise<{ readonly body: string; readonly answer: string }> {
  const [text, { messages }] = await Promise.all([loadText(ctx.tx, ticket.id), loadThread(ctx, ticket.id)])
  const given = ticket.standing.answeredAt === null ? null : messages.findLast(({ kind }) => kind === 'answer')?.answer
  const answer = given ? [given.finding, given.action, given.remedy, given.nextStep].filter((part) => part !== '').join('\n\n') : ''
  const who = await readIdentityAsService(ctx, ticket.id)
  return { body: coverIdentity(who, text?.body ?? ''), answer: coverIdentity(who, answer) }
}
