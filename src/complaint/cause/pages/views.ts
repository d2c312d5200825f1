import type { ActionStanding } from '../rules.ts'

export type Option = { readonly value: string; readonly label: string }

/** One action in words. */
export type ActionView = {
  readonly id: string
  readonly words: string
  readonly cause: string
  readonly office: string
  readonly category: string
  readonly owner: string
  readonly dueOn: Date
  readonly standing: ActionStanding
  readonly mine: boolean
}

/** What came again and again, in words. */
export type ProposalView = {
  readonly id: string
  readonly office: string
  readonly category: string
  readonly tickets: number
  readonly openedAt: Date
  readonly timeZone: string
}

/** What stands in the fields of a cause and an action. */
export type Typed = Readonly<Record<string, string>>
