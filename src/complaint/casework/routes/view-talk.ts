import type { Context } from '../../../platform/context.ts'
import { loadNotes, loadThread, type Message, type Note } from '../../conversation/index.ts'
import { type FileFacts, loadFiles } from '../../record/index.ts'
import type { EntryView, FileView, HistoryView, TicketView } from '../pages/views.ts'
import { fileHref } from '../urls.ts'

function toFiles(ticketId: string, files: readonly FileFacts[]): readonly FileView[] {
  return files.map(({ id, name, size, type }) => ({ name, href: fileHref(ticketId, id), bytes: size, type }))
}

function fromMessage(ticketId: string, message: Message): EntryView {
  const { id, at, author, kind, officerName, body, answer, files } = message
  return { id, at, kind: author, speech: kind, author: officerName, body, answer, files: toFiles(ticketId, files) }
}

function fromNote({ id, at, officerName, body }: Note): EntryView {
  return { id, at, kind: 'note', speech: 'note', author: officerName, body, answer: null, files: [] }
}

type Attached = { readonly files: readonly FileFacts[]; readonly notes: readonly Note[] }

export async function loadAttached(ctx: Context, ticketId: string): Promise<Attached> {
  const [files, notes] = await Promise.all([loadFiles(ctx.tx, ticketId), loadNotes(ctx, ticketId)])
  return { files, notes }
}

export async function composeTalk(
  ctx: Context,
  ticketId: string,
  attached: Promise<Attached>,
): Promise<Pick<TicketView, 'files' | 'entries'>> {
  const files = attached.then((known) => known.files)
  const [thread, { notes }] = await Promise.all([loadThread(ctx, ticketId, files), attached])
  const entries = [...thread.messages.map((message) => fromMessage(ticketId, message)), ...notes.map(fromNote)]
  return {
    files: toFiles(ticketId, thread.reportFiles),
    entries: entries.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)),
  }
}

/** What was said about a ticket, by the id of the message or note. */
export async function loadSaid(ctx: Context, ticketId: string): Promise<ReadonlyMap<string, string>> {
  const { entries } = await composeTalk(ctx, ticketId, loadAttached(ctx, ticketId))
  return new Map(
    entries.map(({ id, body, answer }) => [
      id,
      answer === null ? body : [answer.finding, answer.action, answer.remedy, answer.nextStep].filter((part) => part !== '').join('\n\n'),
    ]),
  )
}

export function findSaid({ payload }: HistoryView['event'], said: ReadonlyMap<string, string>): string | null {
  const id = 'messageId' in payload ? payload.messageId : 'noteId' in payload ? payload.noteId : null
  return id === null ? null : (said.get(id) ?? null)
}
