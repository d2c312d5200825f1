import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again; false when the answer was still no after `limit` milliseconds. */
export async function waitUntil(check: () => boolean | Promise<boolean>, limit: number): Promise<boolean> {
  const start = performance.now()
  while (!(await check())) {
    if (performance.now() - start > limit) return false
    await sleep(15)
  }
  return true
}
