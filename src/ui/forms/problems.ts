/** What is wrong with a form: field name -> a sentence in the reader's language. Empty when nothing is. */
export type Problems = Readonly<Record<string, string>>

/** The id of the first control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name}`
}
