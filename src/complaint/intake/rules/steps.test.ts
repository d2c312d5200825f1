import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../record/events.ts'
import en from '../locales/en.json' with { type: 'json' }
import id from '../locales/id.json' with { type: 'json' }
import { type Answers, reviseAnswers } from './answers.ts'
import { answerStep, createDraft, type Draft } from './draft.ts'
import { isConduct, isIntegrity, isManner } from './routing.ts'
import { findSignpost, signpostLinks, signposts } from './signposts.ts'
import { countSteps, findMissing, findNext, findPrevious, listSteps, type Step } from './steps.ts'
import { categoryOf, offerReasons, offerTopics, topicRules } from './topics.ts'

type Taxonomy = {
  readonly categories: readonly {
    readonly code: string
    readonly sla: string
    readonly conf: string
    readonly subs: readonly { readonly code: string }[]
  }[]
}
/** The taxonomy as it is shipped: another capability's data, so it is read and not imported. */
const taxonomy = JSON.parse(readFileSync(new URL('../../record/data/taxonomy.json', import.meta.url), 'utf8')) as Taxonomy

const categories = taxonomy.categories.flatMap(({ code, subs }) => [
  { code, parent: null },
  ...subs.map((sub) => ({ code: sub.code, parent: code })),
])
const codes = new Set(categories.map(({ code }) => code))

type Kind = (typeof kinds)[number]
type Choice = { readonly kind: Kind; readonly topic?: string; readonly reason?: string }

/** Every way through the questions about the subject. */
const choices: readonly Choice[] = kinds.flatMap((kind) => {
  const topics = kind === 'information_request' ? [undefined] : offerTopics(kind, categories)
  return topics.flatMap((topic): Choice[] => {
    const start = { kind, ...(topic === undefined ? {} : { topic }) }
    const reasons = offerReasons(kind, topic, categories)
    return reasons.length === 0 ? [start] : reasons.map((reason) => ({ ...start, reason }))
  })
})

/** What somebody answers on each screen. */
function answerOf(step: Step, choice: Choice, unidentified: boolean): Answers {
  const answers: Readonly<Record<Step, Answers>> = {
    kind: { kind: choice.kind },
    topic: choice.topic === undefined ? {} : { topic: choice.topic },
    reason: choice.reason === undefined ? {} : { reason: choice.reason },
    signpost: {},
    office: { officeId: null },
    story: { text: 'Isi', wish: 'Harapan', reference: '' },
    time: { happenedOn: null, happenedRoughly: 'kemarin', happenedAt: '' },
    subject: { relation: null },
    privacy: { anonymous: false, secret: false, unidentified },
    contact: { email: 'demo@contoh.id' },
    files: {},
    check: {},
  }
  return answers[step]
}

function walk(choice: Choice, unidentified: boolean): { readonly draft: Draft; readonly screens: readonly Step[] } {
  let draft = createDraft('key')
  const screens: Step[] = []
  for (let step: Step = 'kind'; step !== 'check'; step = findNext(step, draft, categories)) {
    screens.push(step)
    if (screens.length > 20) throw new Error(`no end: ${screens.join(' ')}`)
    draft = answerStep(draft, step, answerOf(step, choice, unidentified), categories)
  }
  return { draft, screens: [...screens, 'check'] }
}

describe('C3: every way through the questions', () => {
  test('there are many, and each ends at the check within twelve screens, each screen once', () => {
    expect(choices.length).toBeGreaterThan(120)
    for (const choice of choices) {
      for (const unidentified of [false, true]) {
        const { draft, screens } = walk(choice, unidentified)
        expect(screens.length, JSON.stringify(choice)).toBeLessThanOrEqual(12)
        expect(new Set(screens).size).toBe(screens.length)
        expect(screens).toEqual(listSteps(draft.answers, categories))
        expect(findMissing(draft, categories)).toBeNull()
      }
    }
  })

  test('the number of steps never grows on the way, and the steps are counted one by one to the last', () => {
    for (const choice of choices) {
      let draft = createDraft('key')
      let most = Number.POSITIVE_INFINITY
      let before = 0
      for (let step: Step = 'kind'; ; step = findNext(step, draft, categories)) {
        const place = countSteps(step, draft.answers, categories)
        expect(place === null, step).toBe(step === 'signpost')
        if (place !== null) {
          expect(place.total, `${JSON.stringify(choice)} ${step}`).toBeLessThanOrEqual(most)
          expect(place.number).toBe(before + 1)
          most = place.total
          before = place.number
        }
        if (step === 'check') break
        draft = answerStep(draft, step, answerOf(step, choice, false), categories)
      }
      expect(before, JSON.stringify(choice)).toBe(most)
    }
  })

  test('each comes to a category that exists', () => {
    for (const { kind, topic, reason } of choices)
      expect(codes.has(categoryOf(kind, topic, reason)), `${kind} ${topic} ${reason}`).toBe(true)
  })

  test('every category of a complaint can be reached', () => {
    const reached = new Set(choices.map(({ kind, topic, reason }) => categoryOf(kind, topic, reason)))
    const unreached = [...codes].filter((code) => !reached.has(code))
    // The families of suggestions are reached by their kind; single ones of them stand for the whole.
    expect(unreached).toEqual(['ASP'])
  })

  test('one can go back from every screen to the first', () => {
    for (const choice of choices) {
      const { draft, screens } = walk(choice, false)
      for (const [place, step] of screens.entries()) expect(findPrevious(step, draft.answers, categories)).toBe(screens[place - 1] ?? null)
    }
  })

  test('advice stands before the report and never instead of it', () => {
    const advised = choices.filter(({ kind, topic, reason }) => findSignpost(kind, topic, reason) !== null)
    expect(advised.length).toBeGreaterThan(40)
    for (const choice of advised) {
      const { screens } = walk(choice, false)
      expect(screens[screens.indexOf('signpost') + 1]).toBe('office')
    }
    expect(new Set(advised.map(({ kind, topic, reason }) => findSignpost(kind, topic, reason)))).toEqual(new Set(signposts))
  })

  test('C11: whoever reports misconduct reads first who will not read it', () => {
    for (const { kind, topic, reason } of choices.filter((choice) => isIntegrity(choice.reason ?? '')))
      expect(findSignpost(kind, topic, reason)).toBe('staff')
  })

  test('C11: whoever reports poor manner reads where it goes, and it goes there', () => {
    const manner = choices.filter((choice) => isManner(choice.reason ?? ''))
    expect(new Set(manner.map(({ topic }) => topic))).toEqual(new Set(['border', 'staff', 'service']))
    for (const { kind, topic, reason } of manner) {
      expect(findSignpost(kind, topic, reason)).toBe('manner')
      expect(isConduct(kind, categoryOf(kind, topic, reason))).toBe(true)
    }
  })

  test('advice leads outside only to official addresses', () => {
    for (const href of Object.values(signpostLinks).flat())
      expect(href).toMatch(/^(\/[a-z]+(\/[a-z]+)?|https:\/\/([a-z]+\.)?imigrasi\.go\.id)$/)
  })
})

describe('C3: an answer that changes keeps all that is still relevant and names what is not', () => {
  const full = walk({ kind: 'complaint', topic: 'passport', reason: 'PSP.06' }, false).draft.answers

  test('a suggestion needs neither reason nor wish nor time', () => {
    const { answers, dropped } = reviseAnswers(full, { kind: 'suggestion' }, categories)
    expect(dropped).toEqual(['reason', 'wish', 'time'])
    expect(answers).toMatchObject({ kind: 'suggestion', topic: 'passport', text: 'Isi', email: 'demo@contoh.id', officeId: null })
    expect(answers).not.toHaveProperty('wish')
  })

  test('a question needs no topic', () => {
    expect(reviseAnswers(full, { kind: 'information_request' }, categories).dropped).toEqual(['topic', 'reason', 'wish', 'time'])
  })

  test('criticism keeps everything', () => {
    expect(reviseAnswers(full, { kind: 'criticism' }, categories)).toEqual({ answers: { ...full, kind: 'criticism' }, dropped: [] })
  })

  test('another topic keeps all but the reason', () => {
    expect(reviseAnswers(full, { topic: 'visa' }, categories)).toMatchObject({
      answers: { topic: 'visa', text: 'Isi', wish: 'Harapan' },
      dropped: ['reason'],
    })
  })

  test('what was left empty is not missed', () => {
    const bare: Answers = { kind: 'complaint', topic: 'passport', reason: 'PSP.06', wish: '', happenedOn: null, happenedAt: '' }
    expect(reviseAnswers(bare, { kind: 'suggestion' }, categories).dropped).toEqual(['reason'])
  })

  test('C12: who wants no identity leaves none in the draft', () => {
    const { answers, dropped } = reviseAnswers({ ...full, name: 'Demo', phone: '0812' }, { unidentified: true }, categories)
    expect(dropped).toEqual(['contact'])
    expect(JSON.stringify(answers)).not.toMatch(/demo|0812/i)
  })

  test('new advice is shown, advice that was read is not shown again', () => {
    const { draft } = walk({ kind: 'complaint', topic: 'passport', reason: 'PSP.06' }, false)
    const checked = { ...draft, checked: true }
    const other = answerStep(checked, 'reason', { reason: 'PSP.10' }, categories)
    expect(findNext('reason', other, categories)).toBe('signpost')
    const same = answerStep(checked, 'reason', { reason: 'PSP.06' }, categories)
    expect(findNext('reason', same, categories)).toBe('check')
  })

  test('any sequence of changes still ends at the check', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 6 }), fc.boolean(), (sequence, unidentified) => {
        let draft = createDraft('key')
        for (const choice of sequence) {
          let step: Step = 'kind'
          for (let screens = 0; step !== 'check'; screens += 1) {
            expect(screens).toBeLessThan(13)
            // A topic that was kept offers its own reasons, not those of the topic in mind.
            const offered = offerReasons(choice.kind, draft.answers.topic, categories)
            const reason = offered.includes(choice.reason ?? '') ? choice.reason : offered[0]
            draft = answerStep(draft, step, answerOf(step, { ...choice, ...(reason ? { reason } : {}) }, unidentified), categories)
            step = findNext(step, draft, categories)
          }
          draft = { ...draft, checked: true }
        }
        const last = sequence.at(-1)
        expect(draft.answers.kind).toBe(last?.kind)
        expect(findMissing(draft, categories)).toBeNull()
      }),
    )
  })
})

describe('C6: words', () => {
  const words: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['id', id],
    ['en', en],
  ]

  test.each(words)('every topic, reason and signpost has its words in %s', (_, messages) => {
    for (const { value } of topicRules) expect(messages).toHaveProperty([`intake.topic.${value}`])
    const reasons = new Set(choices.flatMap(({ reason }) => (reason?.includes('.') ? [reason] : [])))
    for (const reason of reasons) expect(messages).toHaveProperty([`intake.reason.${reason}`])
    for (const name of signposts) for (const part of ['title', '1']) expect(messages).toHaveProperty([`intake.signpost.${name}.${part}`])
  })

  test('both languages have the same keys', () => {
    expect(Object.keys(en)).toEqual(Object.keys(id))
  })
})
