import { expect, it } from 'vitest'
import en from '../src/app/portal/locales/en.json' with { type: 'json' }
import id from '../src/app/portal/locales/id.json' with { type: 'json' }
import { readPromises } from '../src/app/portal/promises.ts'
import deadlines from '../src/complaint/deadlines/data/deadlines.json' with { type: 'json' }

const amountOf = (rule: string) => deadlines.rules.findLast((each) => each.id === rule)?.max

it('C9: what the pages for everybody promise is what the rules say, before anybody has asked the database', () => {
  expect(readPromises(new Date('2026-11-24T02:00:00Z'))).toEqual({
    question: amountOf('CLASS-INFO'),
    complaint: amountOf('CLASS-NON-OVERSIGHT'),
    examination: amountOf('CLASS-OVERSIGHT'),
    law: amountOf('UU25-DECIDE'),
  })
})

it.each([
  ['portal.front.promise.date.words', ['question', 'complaint', 'law']],
  ['portal.how.time.1', ['question']],
  ['portal.how.time.2', ['complaint']],
  ['portal.how.time.3', ['law', 'examination']],
] as const)('C9: %s takes its days from the rules and writes none itself', (key, names) => {
  for (const words of [id[key], en[key]]) {
    for (const name of names) expect(words).toContain(`{${name}, number}`)
    expect(words.replaceAll(/UU 25\/2009|Law 25\/2009|SP4N/g, '')).not.toMatch(/\d/)
  }
})
