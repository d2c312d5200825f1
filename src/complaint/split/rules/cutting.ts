/** Each sign of a script without spaces is a word of its own, so that a sentence in it can be cut as well. */
const wordPattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu

function readWords(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(wordPattern) ?? []
}

/**
 * Whether a text was made by leaving words out of another one: all its words are there, in their order. Signs and capitals may differ, so that
 * half a sentence can be ended. What goes under a number of its own stays what the complainant said.
 */
export function isCutFrom(part: string, whole: string): boolean {
  const words = readWords(whole)
  let place = 0
  for (const word of readWords(part)) {
    const found = words.indexOf(word, place)
    if (found === -1) return false
    place = found + 1
  }
  return true
}
