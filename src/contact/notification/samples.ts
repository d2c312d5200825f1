import { sayRight } from '../../complaint/review/rules.ts'
import { defaultTimeZone, type Words } from '../../platform/i18n.ts'
import type { LetterValues } from './rules.ts'

const day = 86_400_000

/** Made-up values for every placeholder, so that an administrator sees how a text will read. */
export function composeSampleValues(words: Words, publicUrl: string, now: Date): LetterValues {
  const { t, date, dateTime } = words
  const promise = (kind: string, days: number) => t(`notification.promise.${kind}`, { date: date(new Date(now.getTime() + days * day)) })
  const fact = (label: string, text: string) => ({ label: t(`notification.answer.${label}`), text })
  return {
    number: '26-4839-2075-C',
    other: '26-1180-5532-K',
    link: { href: `${publicUrl}/lacak` },
    received: dateTime(now),
    promises: {
      kind: 'list',
      lead: t('notification.promise.lead'),
      items: [promise('first_check', 3), promise('completeness', 7), promise('answer', 20)],
    },
    words: { kind: 'quote', text: t('notification.sample.words'), note: null },
    answer: {
      kind: 'facts',
      note: null,
      facts: [
        fact('outcome', t('record.outcome.partly')),
        fact('finding', t('notification.sample.finding')),
        fact('action', t('notification.sample.action')),
        fact('next_step', t('notification.sample.next_step')),
        fact('review', sayRight(words, { kind: 'review', days: 30, until: new Date(now.getTime() + 30 * day) }, defaultTimeZone)),
      ],
    },
    office: t('notification.sample.office'),
    body: t('notification.sample.body'),
    waiting: {
      kind: 'paragraph',
      pieces: [{ kind: 'text', text: t('notification.waiting', { date: date(new Date(now.getTime() + 3 * day)) }) }],
    },
    reference: { kind: 'quote', text: t('notification.reference', { reference: 'A-17' }), note: null },
    reason: t('record.archive.duplicate'),
    due: date(new Date(now.getTime() + 20 * day)),
    minutes: '15',
    until: date(new Date(now.getTime() + 7 * day)),
  }
}
