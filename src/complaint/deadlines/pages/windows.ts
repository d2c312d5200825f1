import type { Frame } from '../../../platform/html.ts'
import type { Window } from '../rules.ts'

function sayTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`
}

/** Hours of a day as people write them; null and none are the whole day off. */
export function sayWindows(frame: Frame, windows: readonly Window[] | null): string {
  if (windows === null || windows.length === 0) return frame.words.t('deadlines.calendar.whole_day')
  return windows.map(({ from, until }) => `${sayTime(from)}\u2013${sayTime(until)}`).join(', ')
}
