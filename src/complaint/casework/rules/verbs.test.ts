import { describe, expect, it } from 'vitest'
import { permissionsOf, type Role, roles } from '../../../access/accounts/rules.ts'
import { ticketStates } from '../../record/rules.ts'
import { explainUnfit, fitsState, offeredVerbs, refuseVerb, type Verb, type VerbSituation, verbs } from './verbs.ts'

/** The same table as in verbs.ts, drawn once more by hand: rows are states, columns verbs. */
const columns: readonly Verb[] = [
  'take',
  'assign',
  'release',
  'investigate',
  'ask',
  'write',
  'note',
  'answer',
  'close',
  'reopen',
  'archive',
  'unarchive',
  'transfer',
  'send_on',
  'reclassify',
  'grade',
  'extend',
  'merge',
  'unmerge',
  'link',
  'split',
]
//  ta as rl in as wr no an cl re ar un tr so rc gr ex me um li sp
const picture = `
    x  x  x  x  x  x  x  x  .  .  x  .  x  x  x  x  x  x  .  x  x   submitted
    x  x  x  x  x  x  x  x  .  .  x  .  x  x  x  x  x  x  .  x  x   checking
    x  x  x  x  x  x  x  x  .  .  x  .  x  x  x  x  .  x  .  x  x   waiting_complainant
    x  x  x  x  x  x  x  x  .  .  x  .  x  x  x  x  x  x  .  x  x   assigned
    x  x  x  .  x  x  x  x  .  .  x  .  x  x  x  x  x  x  .  x  x   investigating
    .  .  .  .  .  x  x  .  x  x  .  .  .  .  .  .  .  .  .  x  .   answered
    .  .  .  .  .  .  x  .  .  x  .  .  .  .  .  .  .  .  .  x  .   closed
    .  .  .  .  .  x  x  x  .  .  .  .  .  .  .  x  .  .  .  x  .   referred
    .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .  x  .   transferred
    .  .  .  .  .  .  x  .  .  .  .  x  .  .  .  .  .  .  .  x  .   archived
    .  .  .  .  .  x  x  .  .  .  .  .  .  .  .  .  .  .  x  x  .   merged
    .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .  x  .   withdrawn
    .  .  .  .  .  x  x  x  .  .  .  .  .  .  .  x  .  .  .  x  .   in_review`
const rows = picture
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const table = rows.flatMap((cells) => columns.map((verb, column) => ({ state: cells.at(-1) ?? '', verb, fits: cells[column] === 'x' })))

const everything = (): boolean => true
const situation: VerbSituation = { state: 'submitted', assigneeId: null, officerId: 'me', may: everything }

function mayAs(role: Role): (permission: string) => boolean {
  return (permission) => permissionsOf(role).some((granted) => granted === permission)
}

describe('what an officer can do', () => {
  it('K4 the picture has every state and every verb once', () => {
    expect([...columns].sort()).toEqual([...verbs].sort())
    expect(rows.map((cells) => cells.at(-1)).sort()).toEqual([...ticketStates].sort())
  })

  it.each(table)('K4 $verb in $state: $fits', ({ state, verb, fits }) => {
    const at = ticketStates.find((each) => each === state)
    if (at === undefined) throw new Error(state)
    expect(fitsState(verb, at)).toBe(fits)
    // Nothing can be given back that nobody has.
    const assigneeId = verb === 'release' || at === 'in_review' ? 'me' : null
    expect(offeredVerbs({ ...situation, assigneeId, state: at }).has(verb)).toBe(fits)
    expect(refuseVerb(verb, { ...situation, state: at, may: () => false })).toBe('permission')
  })

  it.each<[Role, readonly Verb[]]>([
    ['intake', ['assign', 'note', 'transfer', 'grade', 'link']],
    [
      'handler',
      [
        'take',
        'assign',
        'investigate',
        'ask',
        'write',
        'note',
        'answer',
        'archive',
        'transfer',
        'send_on',
        'reclassify',
        'grade',
        'merge',
        'link',
      ],
    ],
    [
      'manager',
      [
        'take',
        'assign',
        'investigate',
        'ask',
        'write',
        'note',
        'answer',
        'archive',
        'transfer',
        'send_on',
        'reclassify',
        'grade',
        'extend',
        'merge',
        'link',
        'split',
      ],
    ],
    [
      'compliance',
      [
        'take',
        'assign',
        'investigate',
        'ask',
        'write',
        'note',
        'answer',
        'archive',
        'transfer',
        'send_on',
        'reclassify',
        'grade',
        'extend',
        'merge',
        'link',
        'split',
      ],
    ],
    ['administrator', []],
    ['auditor', []],
  ])('A1 a new ticket offers a %s exactly this', (role, expected) => {
    expect([...offeredVerbs({ ...situation, may: mayAs(role) })].sort()).toEqual([...expected].sort())
  })

  it.each([
    ['me', false, null],
    [null, false, 'conflict'],
    ['another', false, 'conflict'],
    ['another', true, null],
  ] as const)('C17 a second look that %s has (checking: %s) is answered: %s', (assigneeId, checks, expected) => {
    expect(refuseVerb('answer', { ...situation, state: 'in_review', assigneeId, checks })).toBe(expected)
  })

  it('A1 every role of the house was asked', () => {
    expect(roles).toHaveLength(6)
  })

  it.each<[Role, string | null, readonly Verb[]]>([
    ['intake', null, ['assign']],
    ['intake', 'me', ['assign']],
    ['intake', 'another', []],
    ['handler', null, ['take', 'assign']],
    ['handler', 'me', ['assign', 'release']],
    ['handler', 'another', []],
    ['manager', null, ['take', 'assign']],
    ['manager', 'me', ['assign', 'release']],
    ['manager', 'another', ['take', 'assign', 'release']],
  ])('A1 a %s moves a ticket that %s has on by exactly this', (role, assigneeId, expected) => {
    const hands: readonly Verb[] = ['take', 'assign', 'release']
    const offered = offeredVerbs({ ...situation, state: 'assigned', assigneeId, may: mayAs(role) })
    expect(hands.filter((verb) => offered.has(verb))).toEqual(expected)
    const conflicts = hands.filter(
      (verb) => refuseVerb(verb, { ...situation, state: 'assigned', assigneeId, may: everything }) === 'conflict',
    )
    expect(conflicts.includes('assign')).toBe(false)
  })

  it.each<[Role, string | null, boolean]>([
    ['handler', 'me', true],
    ['handler', null, false],
    ['handler', 'another', false],
    ['manager', null, true],
    ['manager', 'another', true],
  ])('K3 a %s splits a part off a ticket that %s has: %s', (role, assigneeId, expected) => {
    expect(offeredVerbs({ ...situation, state: 'assigned', assigneeId, may: mayAs(role) }).has('split')).toBe(expected)
  })

  it('K4 nobody takes their own, and only who may assign takes a colleague’s', () => {
    const takes = (assigneeId: string | null, role: Role) =>
      offeredVerbs({ ...situation, state: 'assigned', assigneeId, may: mayAs(role) }).has('take')
    expect(takes(null, 'handler')).toBe(true)
    expect(takes('me', 'handler')).toBe(false)
    expect(takes('me', 'manager')).toBe(false)
    expect(takes('another', 'handler')).toBe(false)
    expect(takes('another', 'manager')).toBe(true)
  })
})

describe('why a verb does not fit', () => {
  it.each([
    ['close', 'closed', 'already'],
    ['close', 'assigned', 'state'],
    ['archive', 'archived', 'already'],
    ['answer', 'answered', 'already'],
    ['investigate', 'closed', 'state'],
    ['take', 'assigned', 'hands'],
    ['reopen', 'investigating', 'state'],
  ] as const)('%s of a report that is %s: %s', (verb, state, why) => {
    expect(explainUnfit(verb, state)).toBe(why)
  })
})
