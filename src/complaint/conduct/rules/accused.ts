type Listed = { readonly officerId: string; readonly name: string }

function bare(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/**
 * Officers who are meant by what somebody wrote: names as the directory has them, parted by commas or lines, in any case of letters.
 * A name that several have means each of them: who is kept away for nothing can be let in again, who was let in has read it.
 */
export function recognise(said: string, listed: readonly Listed[]): readonly string[] {
  const names = new Set(
    said
      .split(/[\n,;]+/)
      .map(bare)
      .filter((name) => name !== ''),
  )
  return [...new Set(listed.filter(({ name }) => names.has(bare(name))).map(({ officerId }) => officerId))]
}
