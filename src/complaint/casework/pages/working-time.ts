import type { Words } from '../../../platform/i18n.ts'

/** Working time in hours and minutes, as the office counts it. */
export function sayWorkingTime({ t }: Words, minutes: number): string {
  return t('record.working_time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
