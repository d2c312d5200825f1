const cover = '█████'

/** The text without the name and the contact that are known of its writer, however they are written. */
export function maskIdentity(text: string, known: readonly string[]): string {
  const names = known.map((part) => part.trim()).filter((part) => part.length > 2)
  const patterns = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  // The longest first, so that a full name is not left half covered by one of its words.
  return patterns
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, pattern) => masked.replace(new RegExp(pattern, 'giu'), cover), text)
}
