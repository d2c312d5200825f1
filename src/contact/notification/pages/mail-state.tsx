import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { type IconName, StatusTag, type Tone } from '../../../ui/index.ts'
import { type MailState, readProblem } from '../rules.ts'

const looks: Readonly<Record<MailState, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'info', icon: 'clock' },
  sent: { tone: 'success', icon: 'check' },
  outbox: { tone: 'neutral', icon: 'mail' },
  failed: { tone: 'danger', icon: 'circle-alert' },
}

export function MailStateTag({ frame, state }: { readonly frame: Frame; readonly state: MailState }): VNode {
  const { tone, icon } = looks[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {frame.words.t(`notification.state.${state}`)}
    </StatusTag>
  )
}

/** The last problem in words, with its code for whoever looks after the mail server. */
export function sayMailProblem(frame: Frame, problem: string | null): string {
  const { t } = frame.words
  return problem === null
    ? '–'
    : t('notification.problem.with_code', { words: t(`notification.problem.${readProblem(problem)}`), code: problem })
}
