import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { sayEvent } from './ticket-history.tsx'
import type { EntryView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView; readonly madeAt: Date; readonly undrawable: boolean }

/** Only what the writer of the PDF knows. */
const style = `body{font-family:sans-serif;font-size:9.5pt;line-height:1.35}h1{font-size:15pt;margin-bottom:2pt}h2{font-size:11.5pt;margin-top:12pt;border-bottom:1pt solid #0b2447}
.quiet{color:#555}.note{background-color:#f4efdc}.entry{margin-top:6pt}p{margin:3pt 0}`

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  )
}

/** Typed lines as they were typed. */
function Text({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split('\n').map((line, place) => (
        <p key={`${place}`}>{line}</p>
      ))}
    </>
  )
}

function listFacts({ frame, view }: Pick<Props, 'frame' | 'view'>): readonly (readonly [string, string])[] {
  const { t, dateTime } = frame.words
  const { person } = view
  const who = person.kind === 'known' ? [person.name, person.email, person.phone].filter((part) => part !== '').join(', ') : ''
  return [
    [t('casework.file.state'), t(`record.state.${view.state}`)],
    [t('casework.fact.category'), view.category],
    [t('casework.filter.class'), t(`casework.class.${view.class}`)],
    [t('casework.filter.channel'), view.channel],
    [t('casework.filter.office'), view.officeName],
    [t('casework.filter.assignee'), view.assignee?.label ?? t('casework.line.nobody')],
    [t('casework.file.received'), dateTime(view.receivedAt ?? view.submittedAt, view.timeZone)],
    [t('casework.file.due'), view.due === null ? '' : dateTime(view.due.due, view.timeZone)],
    [t('casework.file.person'), person.kind === 'known' ? who : t(`casework.file.person.${person.kind}`)],
  ]
}

function Entry({ frame, view, entry }: Pick<Props, 'frame' | 'view'> & { readonly entry: EntryView }): VNode {
  const { t, dateTime } = frame.words
  const { answer } = entry
  return (
    <div class={entry.kind === 'note' ? 'entry note' : 'entry'}>
      <p class="quiet">
        {[t(`casework.file.kind.${entry.kind}`), entry.author, dateTime(entry.at, view.timeZone)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <Text
        text={answer === null ? entry.body : [answer.finding, answer.action, answer.remedy, answer.nextStep].filter(Boolean).join('\n')}
      />
      {entry.files.length > 0 ? <p class="quiet">{entry.files.map(({ name }) => name).join(', ')}</p> : null}
    </div>
  )
}

/** All about one ticket on paper, as far as this officer may see it. */
export function CaseFile({ frame, view, madeAt, undrawable }: Props): VNode {
  const { t, dateTime, locale } = frame.words
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{view.number}</title>
        <style>{style}</style>
      </head>
      <body>
        <p class="quiet">{t('casework.file.title')}</p>
        <h1>
          {view.number} {view.title}
        </h1>
        <p class="quiet">{t('casework.file.made', { at: dateTime(madeAt, view.timeZone), officer: frame.officer?.name ?? '' })}</p>
        {undrawable ? <p class="note">{t('casework.file.undrawable')}</p> : null}
        {listFacts({ frame, view })
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <p key={term}>
              <b>{term}:</b> {value}
            </p>
          ))}
        <Part title={t('casework.story')}>
          <Text text={view.body} />
          {view.wish === '' ? null : <Text text={`${t('casework.file.wish')}: ${view.wish}`} />}
          {view.files.length > 0 ? <p class="quiet">{view.files.map(({ name }) => name).join(', ')}</p> : null}
        </Part>
        {view.entries.length === 0 ? null : (
          <Part title={t('casework.file.thread')}>
            {view.entries.map((entry) => (
              <Entry key={entry.id} frame={frame} view={view} entry={entry} />
            ))}
          </Part>
        )}
        <Part title={t('casework.history')}>
          {view.history.map((line) => (
            <p key={line.id}>
              {dateTime(line.at, view.timeZone)} · {sayEvent(frame, line)}
            </p>
          ))}
        </Part>
      </body>
    </html>
  )
}
