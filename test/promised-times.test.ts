import { expect, it } from 'vitest'
import en from '../src/app/portal/locales/en.json' with { type: 'json' }
import id from '../src/app/portal/locales/id.json' with { type: 'json' }
import deadlines from '../src/complaint/deadlines/data/deadlines.json' with { type: 'json' }

const classes = [
  ['CLASS-INFO', 'portal.how.time.1'],
  ['CLASS-NON-OVERSIGHT', 'portal.how.time.2'],
  ['CLASS-OVERSIGHT', 'portal.how.time.3'],
] as const

it.each(classes)('C9: what the pages promise for %s is what the rule says', (rule, key) => {
  const days = deadlines.rules.findLast((each) => each.id === rule)?.max
  expect(id[key]).toContain(`${days} hari kerja`)
  expect(en[key]).toContain(`${days} working days`)
  // Sixty calendar days pass before sixty working days, so the front page names the law that binds.
  const unit = rule === 'CLASS-OVERSIGHT' ? 'hari kalender' : 'hari kerja'
  expect(id['portal.front.promise.date.words']).toContain(`${days} ${unit}`)
  expect(en['portal.front.promise.date.words']).toMatch(new RegExp(`in ${days}\\b`))
})

it('C9: what the pages promise by law where officers must be examined is what the law’s rule says', () => {
  const days = deadlines.rules.findLast((each) => each.id === 'UU25-DECIDE')?.max
  expect(id['portal.how.time.3']).toContain(`${days} hari kalender`)
  expect(en['portal.how.time.3']).toContain(`${days} calendar days`)
  expect(id['portal.front.promise.date.words']).toContain(`${days} hari kalender`)
  expect(en['portal.front.promise.date.words']).toContain(`${days} calendar days`)
})
