/** A link from an e-mail opens once, and not after a quarter of an hour (acceptance P7). */
export const linkMinutes = 15

export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkMinutes * 60_000)
}
