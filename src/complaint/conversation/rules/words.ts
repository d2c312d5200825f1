import { err, ok, type Result } from '../../../platform/result.ts'

/** Letters in one message, note or part of an answer: enough for ten pages, little enough to read. */
export const longestMessage = 10_000
/** Files with one message, as with the report itself. */
export const mostFiles = 5

export type WordsProblem = 'message_empty' | 'message_too_long' | 'too_many_files'

/** Whether this can be sent. A message of the complainant may consist of files alone. */
export function checkWords(body: string, files = 0): Result<string, WordsProblem> {
  const words = body.trim()
  if (words === '' && files === 0) return err('message_empty')
  if (words.length > longestMessage) return err('message_too_long')
  if (files > mostFiles) return err('too_many_files')
  return ok(words)
}
