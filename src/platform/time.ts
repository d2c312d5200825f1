import { Temporal } from 'temporal-polyfill'

/** The one door to calendar arithmetic, so that rules depend on a name of ours and not on a package. */
export { Temporal }

/** A day out of three boxes, as `YYYY-MM-DD`; null where there is no such day. */
export function readDay({ day, month, year }: { readonly day: string; readonly month: string; readonly year: string }): string | null {
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return null
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  // 31 February rolls over to March: then the day is another than the one written.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text
}

const dayLength = 86_400_000
const offsetsByDay = new Map<string, number | null>()
const offsetsKept = 20_000

function askOffset(instant: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000
}

/** By how many milliseconds the wall of a zone is ahead of UTC at an instant. Kept by days of UTC within which it does not change. */
export function findOffset(instant: number, timeZone: string): number {
  const number = Math.floor(instant / dayLength)
  const key = `${timeZone} ${number}`
  let offset = offsetsByDay.get(key)
  if (offset === undefined) {
    if (offsetsByDay.size >= offsetsKept) offsetsByDay.clear()
    const first = askOffset(number * dayLength, timeZone)
    offset = first === askOffset((number + 1) * dayLength, timeZone) ? first : null
    offsetsByDay.set(key, offset)
  }
  return offset ?? askOffset(instant, timeZone)
}
