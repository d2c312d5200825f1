import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadThread } from '../../conversation/index.ts'
import type { Kind } from '../../record/events.ts'
import { type FileFacts, loadText, type TicketText } from '../../record/index.ts'
import { isCutFrom } from '../rules.ts'

/** What an officer says goes under a number of its own. */
export type Cut = {
  /** The complainant's words about it, cut down from all they said. */
  readonly text: string
  /** What they want done about it, cut down from what they want. */
  readonly wish: string
  readonly kind: Kind
  readonly category: string
  /** The office it is about; null where nobody knows. */
  readonly officeId: string | null
  readonly fileIds: readonly string[]
  /** For colleagues. */
  readonly summary: string
}

/** All that the complainant said and sent, of which a part can be cut. */
export type Whole = { readonly text: TicketText; readonly said: string; readonly files: readonly FileFacts[] }

export async function loadWhole(ctx: Context, ticketId: string): Promise<Whole | null> {
  const [text, { messages, reportFiles }] = await Promise.all([loadText(ctx.tx, ticketId), loadThread(ctx, ticketId)])
  if (text === null) return null
  const own = messages.filter(({ author }) => author === 'complainant')
  return {
    text,
    said: [text.body, ...own.map(({ body }) => body)].filter((words) => words !== '').join('\n\n'),
    files: [...reportFiles, ...own.flatMap(({ files }) => files)],
  }
}

export type CutProblem = 'words_not_theirs' | 'wish_not_theirs' | 'files_unknown'

/** Nothing is put into the complainant's mouth, and no file of another ticket goes along. */
export function checkCut({ text, wish, fileIds }: Cut, { said, text: { wish: wanted }, files }: Whole): Result<null, CutProblem> {
  if (!isCutFrom(text, said)) return err('words_not_theirs')
  if (!isCutFrom(wish, wanted)) return err('wish_not_theirs')
  const known = new Set(files.map(({ id }) => id))
  return fileIds.every((id) => known.has(id)) ? ok(null) : err('files_unknown')
}
