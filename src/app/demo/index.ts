import type { Services } from '../platform/context.ts'

/** Fills an empty installation with demo officers and tickets, through the same actions as everybody. Returns lines for the terminal. */
export async function ensureDemo(_services: Services): Promise<readonly string[]> {
  return []
}

export function describeDemoAccounts(): readonly string[] {
  return []
}
