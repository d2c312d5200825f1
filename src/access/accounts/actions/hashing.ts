import { hash, parseOptions, verify } from '@node-rs/argon2'
import { randomToken } from '../../../platform/crypto.ts'
import { normalizeText } from '../../../platform/http/input.ts'

/** Argon2id is the library's default algorithm (acceptance P1); these are the parameters of this program. */
const parameters = { memoryCost: 65_536, timeCost: 2, parallelism: 1 } as const

/** Each hash takes 64 MiB: two at a time keep the process small, the rest wait. */
const mostAtOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Forms trim and normalise what they are sent; a password that came another way must meet the same treatment. */
function normalize(password: string): string {
  return normalizeText(password)
}

export function hashPassword(password: string): Promise<string> {
  return takeTurn(() => hash(normalize(password), parameters))
}

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist or has no password as for one that has (acceptance P3). */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomToken(24))
  const against = stored ?? (await decoy)
  const matches = await takeTurn(() => verify(against, normalize(password)))
  return matches && stored !== null
}

/** Whether the hash was made with weaker or other parameters than today's. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored)
  return memoryCost !== parameters.memoryCost || timeCost !== parameters.timeCost || parallelism !== parameters.parallelism
}
