import type { Office } from '../../../access/accounts/index.ts'
import type { Words } from '../../../platform/i18n.ts'
import { err, ok } from '../../../platform/result.ts'
import { kinds } from '../../record/events.ts'
import type { Category } from '../../record/index.ts'
import { kindForm, officeForm, reasonForm, signpostForm, subjectForm, topicForm } from '../forms.ts'
import { KindPage, type NamedChoice, OfficePage, ReasonPage, SubjectPage, TopicPage } from '../pages/choice-pages.tsx'
import { SignpostPage, type SignpostView } from '../pages/signpost-page.tsx'
import { categoryOf, findSignpost, isConduct, offerReasons, offerTopics, relations, type Signpost, signpostLinks } from '../rules.ts'
import { defineStep, type StepConfig } from './engine.ts'

/** A choice with its words: our own where there are some, else the category's name. */
function nameChoice(words: Words, key: string, value: string, fallback: string): NamedChoice {
  const { t, has } = words
  return { value, label: has(key) ? t(key) : fallback, ...(has(`${key}.hint`) ? { hint: t(`${key}.hint`) } : {}) }
}

export function nameCategory(words: Words, categories: readonly Category[], code: string): string {
  const category = categories.find((one) => one.code === code)
  if (!category) return code
  return words.locale === 'id' ? category.nameId : category.nameEn
}

export function nameTopic(words: Words, categories: readonly Category[], topic: string): NamedChoice {
  return nameChoice(words, `intake.topic.${topic}`, topic, nameCategory(words, categories, topic))
}

/** The family itself stands for "something else". */
export function nameReason(words: Words, categories: readonly Category[], code: string): NamedChoice {
  const category = categories.find((one) => one.code === code)
  if (category?.parent === null) return { value: code, label: words.t('intake.reason.else') }
  return nameChoice(words, `intake.reason.${code}`, code, nameCategory(words, categories, code))
}

/** Advice that prepares a report rather than making it needless. */
const preparing: readonly Signpost[] = ['staff', 'manner', 'danger', 'foreigner']

export function readSignpost(words: Words, name: Signpost): SignpostView {
  const { t, has } = words
  const points = Array.from({ length: 6 }, (_, place) => `intake.signpost.${name}.${place + 1}`).filter(has)
  const links = (signpostLinks[name] ?? []).map((href) => ({
    href,
    label: href.startsWith('/') ? t(`intake.signpost.${name}.link`) : href.replace('https://', ''),
  }))
  const solves = !preparing.includes(name)
  return {
    title: t(`intake.signpost.${name}.title`),
    lead: t(solves ? 'intake.signpost.lead' : 'intake.signpost.lead_prepare'),
    solves,
    points: points.map((key) => t(key)),
    links,
  }
}

function groupOffices(offices: readonly Office[], elsewhere: string) {
  const provinces = [...new Set(offices.map(({ province }) => province ?? elsewhere))].sort((a, b) => a.localeCompare(b, 'id'))
  return provinces.map((label) => ({
    label,
    options: offices
      .filter(({ province }) => (province ?? elsewhere) === label)
      .map(({ id, name, city }) => ({ value: id, label: city === null || name.includes(city) ? name : `${name} (${city})` })),
  }))
}

const kindStep = defineStep({
  step: 'kind',
  form: kindForm,
  toFields: ({ kind = '' }) => ({ kind }),
  read: ({ kind }) => ok({ kind }),
  render: ({ view }) => KindPage({ view, options: kinds.map((kind) => nameChoice(view.frame.words, `intake.kind.${kind}`, kind, kind)) }),
})

const topicStep = defineStep({
  step: 'topic',
  form: topicForm,
  toFields: ({ topic = '' }) => ({ topic }),
  read: ({ topic }, { answers: { kind }, offer }) =>
    kind !== undefined && !offerTopics(kind, offer.categories).includes(topic) ? err({ topic: 'choose' }) : ok({ topic }),
  render({ view, draft, offer }) {
    const { words } = view.frame
    const kind = draft.answers.kind ?? 'complaint'
    const options = offerTopics(kind, offer.categories).map((topic) => nameTopic(words, offer.categories, topic))
    return TopicPage({ view, title: words.t(`intake.topic.title.${kind}`), hint: words.t('intake.topic.hint'), options })
  },
})

const reasonStep = defineStep({
  step: 'reason',
  form: reasonForm,
  toFields: ({ reason = '' }) => ({ reason }),
  read: ({ reason }, { answers: { kind, topic }, offer }) =>
    kind !== undefined && !offerReasons(kind, topic, offer.categories).includes(reason) ? err({ reason: 'choose' }) : ok({ reason }),
  render({ view, draft, offer }) {
    const { words } = view.frame
    const { kind = 'complaint', topic } = draft.answers
    const options = offerReasons(kind, topic, offer.categories).map((code) => nameReason(words, offer.categories, code))
    const title = kind === 'information_request' ? words.t('intake.reason.title.information') : words.t('intake.reason.title')
    return ReasonPage({ view, title, hint: topic === undefined ? undefined : nameTopic(words, offer.categories, topic).label, options })
  },
})

const signpostStep = defineStep({
  step: 'signpost',
  form: signpostForm,
  toFields: () => ({}),
  read: () => ok({}),
  render({ view, draft }) {
    const { kind = 'complaint', topic, reason } = draft.answers
    return SignpostPage({ view, signpost: readSignpost(view.frame.words, findSignpost(kind, topic, reason) ?? 'status') })
  },
})

const officeStep = defineStep({
  step: 'office',
  form: officeForm,
  needsOffices: true,
  toFields: ({ officeId }) => ({ know: officeId === undefined ? '' : officeId === null ? 'no' : 'yes', office: officeId ?? '' }),
  read({ know, office }, { offer }) {
    if (know === 'no') return ok({ officeId: null })
    if (office !== undefined) return offer.offices.some(({ id }) => id === office) ? ok({ officeId: office }) : err({ office: 'choose' })
    return know === 'yes' ? err({ office: 'required' }) : err({ know: 'required' })
  },
  render({ view, draft, offer }) {
    const { kind = 'complaint', topic, reason } = draft.answers
    return OfficePage({
      view,
      groups: groupOffices(offer.offices, view.frame.words.t('intake.office.elsewhere')),
      conduct: isConduct(kind, categoryOf(kind, topic, reason)),
    })
  },
})

const subjectStep = defineStep({
  step: 'subject',
  form: subjectForm,
  toFields: ({ relation }) => ({ subject: relation === undefined ? '' : (relation ?? 'self') }),
  read: ({ subject }) => ok({ relation: subject === 'self' ? null : subject }),
  render({ view }) {
    const { words } = view.frame
    const others = relations.map((relation, place) => ({
      ...nameChoice(words, `intake.subject.${relation}`, relation, relation),
      ...(place === 0 ? { divider: words.t('intake.subject.others') } : {}),
    }))
    return SubjectPage({ view, options: [nameChoice(words, 'intake.subject.self', 'self', 'self'), ...others] })
  },
})

export const choiceSteps: readonly StepConfig[] = [kindStep, topicStep, reasonStep, signpostStep, officeStep, subjectStep]
