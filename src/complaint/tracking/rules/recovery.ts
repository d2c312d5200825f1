/** A link from an e-mail opens once, and not after a quarter of an hour (acceptance P7). */
export const linkMinutes = 15

export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkMinutes * 60_000)
}

/** Shape of an address that could be one; whether it is the right one is found out where nobody can watch the clock. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)
}
