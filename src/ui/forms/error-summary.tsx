import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { fieldId, type Problems } from './problems.ts'

export type ErrorSummaryProps = {
  readonly frame: Frame
  readonly problems: Problems
  /** Ids of fields that were given their own; all others are found by their name. */
  readonly ids?: Readonly<Record<string, string>>
}

/** All problems of a form at the top of its page, each a link to its field; takes focus. Shows nothing when there are none. */
export function ErrorSummary({ frame, problems, ids }: ErrorSummaryProps): VNode | null {
  const entries = Object.entries(problems)
  if (entries.length === 0) return null
  return (
    // Without script the browser itself goes there, and a screen reader begins with what is to be corrected.
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1} autofocus data-take-focus>
      <h2 id="error-summary-title">{frame.words.t('ui.problems.title', { count: entries.length })}</h2>
      <ul>
        {entries.map(([name, problem]) => (
          <li key={name}>
            <a href={`#${ids?.[name] ?? fieldId(name)}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
