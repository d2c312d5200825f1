import type { Frame } from '../../platform/html.ts'

/** What is wrong with a form: field name -> a sentence in the reader's language. Empty when nothing is. */
export type Problems = Readonly<Record<string, string>>

/** The id of the first control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/**
 * Codes by field in the reader's words. A capability may say it better than the house: `<prefix>.problem.<field>.<code>`
 * is looked for first, then `<prefix>.problem.<code>`, then `ui.problem.<code>`.
 */
export function sayProblems(frame: Frame, codes: Readonly<Record<string, string>>, prefix: string): Problems {
  const { t, has } = frame.words
  return Object.fromEntries(
    Object.entries(codes).map(([field, code]) => {
      const keys = [`${prefix}.problem.${field}.${code}`, `${prefix}.problem.${code}`, `ui.problem.${code}`]
      return [field, t(keys.find(has) ?? 'ui.problem.malformed')]
    }),
  )
}
