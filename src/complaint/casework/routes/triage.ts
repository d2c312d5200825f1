import type { Context } from '../../../platform/context.ts'
import { isLocale } from '../../../platform/i18n.ts'
import type { HistoryLine, LoadedTicket, TicketText } from '../../record/index.ts'
import type { EntryView, TriageView } from '../pages/views.ts'
import { type Completeness, scoreCompleteness, suggestSeverity, type Verb } from '../rules.ts'

type Opened = { readonly ticket: LoadedTicket; readonly text: TicketText }
type Known = { readonly history: readonly HistoryLine[]; readonly entries: readonly EntryView[] }

/** Everything the complainant wrote: the report and what they added. */
function gatherWords({ text }: Opened, entries: readonly EntryView[]): string {
  return [text.title, text.body, ...entries.filter(({ kind }) => kind === 'complainant').map(({ body }) => body)].join('\n')
}

/** An idea, praise or a question leaves nothing open. */
const askedOf: ReadonlySet<string> = new Set(['complaint', 'criticism'])

/** The missing questions in the complainant's language, as a message that the officer looks at before it is sent. */
function composeQuestion(ctx: Context, { ticket }: Opened, { missing }: Completeness): string {
  const { t } = ctx.words(isLocale(ticket.language) ? ticket.language : ctx.locale)
  return [t('casework.triage.ask.lead'), ...missing.map((question) => `- ${t(`casework.triage.ask.${question}`)}`)].join('\n')
}

function findSet(history: readonly HistoryLine[]): TriageView['set'] {
  const line = history.findLast(({ event }) => event.type === 'ticket.severity_set')
  if (line?.event.type !== 'ticket.severity_set') return null
  const { reasons, words } = line.event.payload
  return { at: line.at, by: line.actorName, reasons, words }
}

/** What an officer looks at first; null once there is nothing left to set. */
export function composeTriage(ctx: Context, opened: Opened, { history, entries }: Known, verbs: ReadonlySet<Verb>): TriageView | null {
  if (!verbs.has('grade')) return null
  const { ticket, text } = opened
  const words = gatherWords(opened, entries)
  const completeness = askedOf.has(ticket.kind)
    ? scoreCompleteness({
        text: words,
        wish: text.wish,
        happenedOn: text.happenedOn !== null,
        happenedAt: text.happenedAt !== '',
        office: text.concernedOfficeId !== null,
        relation: text.relation !== null,
      })
    : null
  const asks = completeness !== null && completeness.missing.length > 0 && verbs.has('ask')
  return {
    set: findSet(history),
    suggestion: suggestSeverity(words),
    completeness,
    question: asks ? composeQuestion(ctx, opened, completeness) : null,
  }
}
