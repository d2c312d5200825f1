import { Temporal } from 'temporal-polyfill'

/** The one door to calendar arithmetic, so that rules depend on a name of ours and not on a package. */
export { Temporal }

const day = 86_400_000
const offsetsByDay = new Map<string, number | null>()
const offsetsKept = 20_000

function askOffset(instant: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000
}

/** By how many milliseconds the wall of a zone is ahead of UTC at an instant. Kept by days of UTC within which it does not change. */
export function findOffset(instant: number, timeZone: string): number {
  const number = Math.floor(instant / day)
  const key = `${timeZone} ${number}`
  let offset = offsetsByDay.get(key)
  if (offset === undefined) {
    if (offsetsByDay.size >= offsetsKept) offsetsByDay.clear()
    const first = askOffset(number * day, timeZone)
    offset = first === askOffset((number + 1) * day, timeZone) ? first : null
    offsetsByDay.set(key, offset)
  }
  return offset ?? askOffset(instant, timeZone)
}
