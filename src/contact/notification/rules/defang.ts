const schemes: Readonly<Record<string, string>> = { https: 'hxxps', http: 'hxxp', ftp: 'fxp' }

// Endings of bare names that mail programs make links of.
const endings =
  /\.(com|net|org|info|biz|xyz|top|online|site|shop|app|link|click|id|my|sg|io|me|co|ly|gg|ru|cn|gov|edu|page|web|live|store|club)$/i

/** Whether a mail program would make a link of a name with dots in it, standing between `before` and `after`. */
function looksLikeAddress(name: string, before: string, after: string): boolean {
  if (before.endsWith('@') || !name.includes('.')) return false
  return before === '//' || (after === '/' && /\.[a-z]{2,}$/i.test(name)) || /^www\./i.test(name) || endings.test(name)
}

/** The name inside a run of its characters: a full stop or dash at either end belongs to the sentence. */
function findName(run: string): { readonly from: number; readonly to: number } {
  let from = 0
  let to = run.length
  while (from < to && '.-'.includes(run.charAt(from))) from += 1
  while (to > from && '.-'.includes(run.charAt(to - 1))) to -= 1
  return { from, to }
}

/**
 * The same words with every web address spoilt, so that no mail program makes a link of it: in a letter under the name of
 * an authority nobody shall be led elsewhere, whoever wrote the words (acceptance H6).
 */
export function defang(text: string): string {
  const withoutSchemes = text.replace(/\b(https?|ftp):\/\//gi, (_, scheme: string) => `${schemes[scheme.toLowerCase()] ?? ''}://`)
  return withoutSchemes.replace(/[\w.-]+/g, (run: string, at: number) => {
    const { from, to } = findName(run)
    const name = run.slice(from, to)
    const isAddress = looksLikeAddress(name, withoutSchemes.slice(Math.max(0, at + from - 2), at + from), withoutSchemes.charAt(at + to))
    return isAddress ? run.slice(0, from) + name.replaceAll('.', '[.]') + run.slice(to) : run
  })
}
