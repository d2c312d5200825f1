import { looksLikeEmail, normalizePhone } from '../../../access/confidentiality/rules.ts'
import type { FieldProblems } from '../../../platform/http/route.ts'
import type { Words } from '../../../platform/i18n.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { localDate } from '../../deadlines/rules.ts'
import { contactForm, privacyForm, storyForm, timeForm } from '../forms.ts'
import { ContactPage, PrivacyPage } from '../pages/person-pages.tsx'
import { StoryPage, TimePage } from '../pages/story-pages.tsx'
import { type Answers, asksAccused, asksWish, eastmostZone, readDate } from '../rules.ts'
import { defineStep, type StepConfig } from './engine.ts'

type Kind = NonNullable<Answers['kind']>

function readStoryWords({ t, has }: Words, kind: Kind) {
  const help = Array.from({ length: 5 }, (_, place) => `intake.story.${kind}.help.${place + 1}`).filter(has)
  return { title: t(`intake.story.${kind}.title`), hint: t(`intake.story.${kind}.hint`), help: help.map((key) => t(key)) }
}

const storyStep = defineStep({
  step: 'story',
  form: storyForm,
  toFields: ({ text = '', wish = '', reference = '' }) => ({ text, wish, reference }),
  read: ({ text, wish = '', reference = '' }) => ok({ text, wish, reference }),
  render({ view, draft }) {
    const kind = draft.answers.kind ?? 'complaint'
    return StoryPage({ view, words: readStoryWords(view.frame.words, kind), wish: asksWish(kind) })
  },
})

function splitDate(date: string | null | undefined) {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { happenedDay: day.replace(/^0/, ''), happenedMonth: month.replace(/^0/, ''), happenedYear: year }
}

const timeStep = defineStep({
  step: 'time',
  form: timeForm,
  toFields: ({ happenedOn, happenedRoughly = '', happenedAt = '', accused = '' }) => ({
    ...splitDate(happenedOn),
    happenedRoughly,
    happenedAt,
    accused,
  }),
  read({ happenedDay: day = '', happenedMonth: month = '', happenedYear: year = '', ...words }, { ctx }) {
    const { happenedRoughly = '', happenedAt = '', accused = '' } = words
    const date = readDate({ day, month, year }, localDate(ctx.now, eastmostZone))
    return date.ok ? ok({ happenedOn: date.value, happenedRoughly, happenedAt, accused }) : err({ happened: date.error })
  },
  render: ({ view, draft }) => TimePage({ view, accused: asksAccused(draft.answers) }),
})

const privacyStep = defineStep({
  step: 'privacy',
  form: privacyForm,
  toFields: ({ anonymous, secret, unidentified }) => ({
    anonymous: anonymous ? '1' : '',
    secret: secret ? '1' : '',
    unidentified: unidentified ? '1' : '',
  }),
  read: ({ anonymous, secret, unidentified }) => ok({ anonymous, secret, unidentified }),
  render: ({ view }) => PrivacyPage({ view }),
})

const phoneDigits = { least: 6, most: 18 }

function checkContact(email: string, phone: string): FieldProblems {
  const digits = normalizePhone(phone)?.length ?? 0
  return {
    ...(email === '' && phone === '' ? { email: 'missing' } : {}),
    ...(email !== '' && !looksLikeEmail(email) ? { email: 'malformed' } : {}),
    ...(phone !== '' && (digits < phoneDigits.least || digits > phoneDigits.most) ? { phone: 'malformed' } : {}),
  }
}

function readContact({
  name = '',
  email = '',
  phone = '',
}: {
  name?: string
  email?: string
  phone?: string
}): Result<Answers, FieldProblems> {
  const problems = checkContact(email, phone)
  return Object.keys(problems).length > 0 ? err(problems) : ok({ name, email, phone })
}

const contactStep = defineStep({
  step: 'contact',
  form: contactForm,
  toFields: ({ name = '', email = '', phone = '' }) => ({ name, email, phone }),
  read: ({ withoutIdentity, ...contact }) => (withoutIdentity ? ok({ unidentified: true }) : readContact(contact)),
  render: ({ view, draft }) => ContactPage({ view, anonymous: draft.answers.anonymous === true }),
})

export const textSteps: readonly StepConfig[] = [storyStep, timeStep, privacyStep, contactStep]
