import type { AssignmentRule, Trial } from '../rules.ts'

export type Option = { readonly value: string; readonly label: string }
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

/** Everything a rule can name, in words. */
export type Choices = {
  readonly offices: readonly Option[]
  readonly categories: readonly (Option | OptionGroup)[]
  readonly officers: readonly Option[]
  readonly queues: readonly Option[]
}

export type QueueLine = {
  readonly id: string
  readonly name: string
  readonly office: string
  readonly members: number
  readonly active: boolean
}

export type RulesView = {
  readonly rules: readonly AssignmentRule[]
  readonly queues: readonly QueueLine[]
  readonly choices: Choices
  /** The made-up report as it stands in the address. */
  readonly asked: Readonly<Record<string, string>>
  /** null where nothing was tried. */
  readonly trial: Trial | null
}
