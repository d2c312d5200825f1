const longestTitle = 90
const shortestCut = 40

/**
 * A title made of the report's own first sentence, at most 90 characters, cut between words. Line breaks become spaces, so that a
 * list shows one line.
 */
export function composeTitle(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const sentence = /^.{12,}?[.!?](?=\s)/u.exec(line)?.[0] ?? line
  const symbols = Array.from(sentence)
  if (symbols.length <= longestTitle) return sentence.replace(/[.\s]+$/u, '') || sentence
  const cut = symbols.slice(0, longestTitle - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > shortestCut ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`
}
