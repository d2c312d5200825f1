import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { MessageBubble } from '../../../ui/index.ts'
import type { AnswerView, EntryView, TicketView } from './views.ts'

const parts = ['finding', 'action', 'remedy', 'nextStep'] as const

/** The parts of an answer that say something, under the very headings that the complainant reads. */
export function AnswerParts({ frame, answer }: { readonly frame: Frame; readonly answer: AnswerView }): VNode {
  return (
    <>
      {parts
        .filter((part) => answer[part] !== '')
        .map((part) => (
          <div key={part}>
            <h3 class="font-bold">{frame.words.t(`tracking.answer.${part}`)}</h3>
            <p class="message-text" dir="auto">
              {answer[part]}
            </p>
          </div>
        ))}
    </>
  )
}

function Entry({ frame, entry, timeZone }: { readonly frame: Frame; readonly entry: EntryView; readonly timeZone: string }): VNode {
  const { t } = frame.words
  const author = entry.kind === 'complainant' ? t('casework.author.complainant') : (entry.author ?? t('casework.author.officer'))
  const named = entry.speech === 'question' || entry.speech === 'answer' ? `${author} (${t(`casework.speech.${entry.speech}`)})` : author
  return (
    <MessageBubble
      frame={frame}
      kind={entry.kind}
      author={named}
      at={entry.at}
      timeZone={timeZone}
      files={entry.files}
      id={`entry-${entry.id}`}
      {...(entry.body === '' ? {} : { text: entry.body })}
    >
      {entry.answer === null ? null : <AnswerParts frame={frame} answer={entry.answer} />}
    </MessageBubble>
  )
}

/** What was said and what was noted, in the order of time; a note never looks like a message. */
export function TicketThread({ frame, view }: { readonly frame: Frame; readonly view: TicketView }): VNode {
  const { t } = frame.words
  return (
    <section class="stack" aria-labelledby="thread-title">
      <h2 id="thread-title">{t('casework.thread')}</h2>
      {view.entries.length === 0 ? <p class="text-muted">{t('casework.thread.empty')}</p> : null}
      {view.entries.map((entry) => (
        <Entry key={entry.id} frame={frame} entry={entry} timeZone={view.timeZone} />
      ))}
    </section>
  )
}
