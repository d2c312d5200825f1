const longestTitle = 90
const shortestCut = 40

/**
 * How people begin a letter. An officer who reads a list needs the matter, and half of all reports begin alike. Longer greetings
 * come first, so that none leaves a rest behind.
 */
const greeting =
  /^(?:(?:ass?alamu?'?alaikum|ass)[\p{L}\s.']{0,40}?(?:wr\.?\s?wb\.?)?|(?:selamat|met) (?:pagi|siang|sore|malam)|permisi|mohon maaf(?: sebelumnya)?|maaf|halo|hai|yth\.?[^,.]{0,60}|(?:kepada )?yth\.?[^,.]{0,60}|dear [^,.]{1,40}|good (?:morning|afternoon|evening|day)|hello|hi|dengan hormat)[\s,.!:;-]+(?=\S)/iu

function dropGreetings(line: string): string {
  let rest = line
  for (let round = 0; round < 4; round += 1) {
    const shorter = rest.replace(greeting, '')
    // A report that is nothing but a greeting keeps it.
    if (shorter === rest || shorter.length < 12) break
    rest = shorter
  }
  return rest === line ? line : rest.charAt(0).toLocaleUpperCase('id') + rest.slice(1)
}

/**
 * A title made of the report's own first sentence, at most 90 characters, cut between words. Line breaks become spaces, so that a
 * list shows one line.
 */
export function composeTitle(text: string): string {
  const line = dropGreetings(text.replace(/\s+/gu, ' ').trim())
  const sentence = /^.{20,}?[.!?](?=\s)/u.exec(line)?.[0] ?? line
  const symbols = Array.from(sentence)
  if (symbols.length <= longestTitle) return sentence.replace(/[.\s]+$/u, '') || sentence
  const cut = symbols.slice(0, longestTitle - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > shortestCut ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`
}
