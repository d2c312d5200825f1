import type { AnswerParts } from '../conversation/rules.ts'

export const templateLanguages = ['id', 'en'] as const
export type TemplateLanguage = (typeof templateLanguages)[number]

/** What a template can say of the ticket. Never who works on it: officers' names are not given to complainants. */
export const variables = ['number', 'received', 'due', 'today', 'office', 'category', 'complainant'] as const
export type Variable = (typeof variables)[number]
export type VariableValues = Readonly<Record<Variable, string>>

export const answerParts = ['finding', 'action', 'remedy', 'nextStep'] as const satisfies readonly (keyof AnswerParts)[]
export type AnswerPart = (typeof answerParts)[number]

export const longestName = 100
export const longestPart = 5000

/** `unknown`: `name` is no variable. `brace`: a brace that belongs to none. `empty`: it says nothing at all. */
export type TemplateProblem =
  | { readonly field: AnswerPart; readonly code: 'unknown'; readonly name: string }
  | { readonly field: AnswerPart; readonly code: 'brace' }
  | { readonly field: AnswerPart; readonly code: 'empty' }

const pattern = /\{([^{}]*)\}/g

function isVariable(name: string): name is Variable {
  return (variables as readonly string[]).includes(name)
}

function checkPart(field: AnswerPart, text: string): readonly TemplateProblem[] {
  const unknown = [...text.matchAll(pattern)].map((match) => match[1] ?? '').filter((name) => !isVariable(name))
  const problems: readonly TemplateProblem[] = unknown.map((name) => ({ field, code: 'unknown', name }))
  return /[{}]/.test(text.replace(pattern, '')) ? [...problems, { field, code: 'brace' }] : problems
}

/** What is wrong with a template; empty when it can be used. */
export function checkTemplate(parts: AnswerParts): readonly TemplateProblem[] {
  if (answerParts.every((part) => parts[part].trim() === '')) return [{ field: 'finding', code: 'empty' }]
  return answerParts.flatMap((part) => checkPart(part, parts[part]))
}

function fillPart(text: string, values: VariableValues): string {
  return text.replace(pattern, (whole, name: string) => (isVariable(name) ? values[name] : whole))
}

/** The parts with the ticket's own words in them. A value that looks like a variable stays as it is. */
export function fillTemplate(parts: AnswerParts, values: VariableValues): AnswerParts {
  const { finding, action, remedy, nextStep } = parts
  const fill = (text: string): string => fillPart(text, values)
  return { finding: fill(finding), action: fill(action), remedy: fill(remedy), nextStep: fill(nextStep) }
}

/** Below what was typed: no press of a button costs anybody a word. */
export function addBelow(typed: string, added: string): string {
  if (added.trim() === '' || typed.includes(added)) return typed
  return typed.trim() === '' ? added : `${typed}\n\n${added}`
}

/** Whether a template is meant for a category: for all, for its family, or for itself. */
export function fitsCategory(meant: string | null, category: string): boolean {
  return meant === null || meant === category || meant === category.split('.')[0]
}
