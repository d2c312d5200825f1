import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFileOnce, hasCode, makeFolder } from './durable-file.ts'

/** Why a sealed value could not be opened; carries nothing of the value itself. */
export type SealProblem = 'seal_malformed' | 'seal_unknown_key' | 'seal_broken'

/** Thrown by `open` and `openWith`. Stored values open unless somebody touched them or lost the key: a surprise, so no Result. */
export class SealError extends Error {
  readonly problem: SealProblem
  constructor(problem: SealProblem) {
    super(problem)
    this.name = 'SealError'
    this.problem = problem
  }
}

/** Keys for named purposes, all derived from one master secret: a leaked purpose key opens no other purpose. */
export type Keyring = {
  /** Keyed SHA-256 (32 bytes): the same text gives the same value, nobody without the key can try texts out. */
  readonly hmac: (purpose: string, text: string) => Buffer
  /**
   * AES-256-GCM. `associated` is not stored but must be the same again at `open`: give the place the value lives in
   * (table, row id), so that a sealed value moved to another row does not open there.
   */
  readonly seal: (purpose: string, plaintext: string | Buffer, associated: string) => Buffer
  /** Throws SealError. Also opens what a retired master secret sealed. */
  readonly open: (purpose: string, sealed: Uint8Array, associated: string) => Buffer
}

// Layout of a sealed value: version (1), key id (4), nonce (12), ciphertext, tag (16).
const version = 1
const keyIdEnd = 5
const nonceEnd = 17
const tagLength = 16
const secretLength = 32

/**
 * @param secret master secret, at least 32 bytes; seals, opens and hashes
 * @param retired earlier master secrets: they still open, they never seal. Keyed hashes follow `secret` alone, so stored hashes must be made anew after a change.
 */
export function createKeyring(secret: Buffer, retired: readonly Buffer[] = []): Keyring {
  const current = createDerivation(secret)
  const all = [current, ...retired.map(createDerivation)]
  return {
    hmac: (purpose, text) =>
      createHmac('sha256', toKey(current('hmac', purpose)))
        .update(text)
        .digest(),
    seal: (purpose, plaintext, associated) => sealWith(current('seal', purpose), plaintext, associated),
    open: (purpose, sealed, associated) =>
      openWithAny(
        all.map((derive) => derive('seal', purpose)),
        sealed,
        associated,
      ),
  }
}

function createDerivation(secret: Buffer): (use: 'hmac' | 'seal', purpose: string) => Buffer {
  if (secret.length < secretLength) throw new Error('the master secret must have at least 32 bytes')
  const known = new Map<string, Buffer>()
  return (use, purpose) => {
    const info = `${use}:${purpose}`
    const found = known.get(info)
    if (found) return found
    const key = Buffer.from(hkdfSync('sha256', secret, 'tanggap keyring 1', info, 32))
    known.set(info, key)
    return key
  }
}

const keys = new WeakMap<Buffer, KeyObject>()

/** Node looks long at a key that comes as bytes, and not at all at one that it knows as a key. */
function toKey(bytes: Buffer): KeyObject {
  const known = keys.get(bytes)
  if (known) return known
  const key = createSecretKey(bytes)
  keys.set(bytes, key)
  return key
}

function idOf(key: Buffer): Buffer {
  return createHmac('sha256', toKey(key))
    .update('tanggap key id')
    .digest()
    .subarray(0, keyIdEnd - 1)
}

function bind(header: Uint8Array, associated: string): Buffer {
  return Buffer.concat([header, Buffer.from(associated)])
}

/** Seals under a key of one's own, such as the data key of one ticket. The random 96-bit nonce is safe for 2^32 values a key. */
export function sealWith(key: Buffer, plaintext: string | Buffer, associated: string): Buffer {
  const header = Buffer.concat([Buffer.from([version]), idOf(key)])
  const nonce = randomBytes(nonceEnd - keyIdEnd)
  const cipher = createCipheriv('aes-256-gcm', toKey(key), nonce, { authTagLength: tagLength }).setAAD(bind(header, associated))
  const ciphertext = Buffer.concat([cipher.update(typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext), cipher.final()])
  return Buffer.concat([header, nonce, ciphertext, cipher.getAuthTag()])
}

/** The counterpart of `sealWith`. Throws SealError. */
export function openWith(key: Buffer, sealed: Uint8Array, associated: string): Buffer {
  return openWithAny([key], sealed, associated)
}

function openWithAny(keys: readonly Buffer[], sealed: Uint8Array, associated: string): Buffer {
  if (sealed.length < nonceEnd + tagLength || sealed[0] !== version) throw new SealError('seal_malformed')
  const id = sealed.subarray(1, keyIdEnd)
  const key = keys.find((candidate) => idOf(candidate).equals(id))
  if (!key) throw new SealError('seal_unknown_key')
  const tagStart = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', toKey(key), sealed.subarray(keyIdEnd, nonceEnd), { authTagLength: tagLength })
    .setAAD(bind(sealed.subarray(0, keyIdEnd), associated))
    .setAuthTag(sealed.subarray(tagStart))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceEnd, tagStart)), decipher.final()])
  } catch {
    throw new SealError('seal_broken')
  }
}

/** For tokens that are random themselves (sessions, links, API keys): the database keeps this, never the token. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** Compares without telling by its time where two secrets differ, or how long they are. */
export function equal(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))
}

const drawn = { bytes: Buffer.alloc(0), used: 0 }

/**
 * Random bytes for what each request needs some of and everybody may see (nonces, masks, names of requests): taken from a
 * larger draw, because a draw costs the same whatever its size. No byte is given twice.
 */
export function takeRandom(count: number): Buffer {
  if (drawn.used + count > drawn.bytes.length) {
    drawn.bytes = randomBytes(Math.max(4096, count))
    drawn.used = 0
  }
  drawn.used += count
  return drawn.bytes.subarray(drawn.used - count, drawn.used)
}

/** `bytes` of randomness in base64url; 16 bytes make 22 characters. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** Reads the master secret (base64 or base64url, at least 32 bytes) or makes one at first start; two processes starting at once get the same. */
export async function loadOrCreateMasterSecret(path: string): Promise<Buffer> {
  const found = await readSecret(path)
  if (found) return found
  await makeFolder(dirname(path))
  await createFileOnce(path, `${randomToken(secretLength)}\n`, `${path}.${randomToken(8)}`)
  const made = await readSecret(path)
  if (!made) throw new Error('the master secret vanished right after it was written')
  return made
}

async function readSecret(path: string): Promise<Buffer | null> {
  let text: string
  try {
    text = (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  const secret = Buffer.from(text, 'base64')
  // Never replaced silently: with a new secret everything sealed so far would be lost.
  if (!/^[\w+/=-]+$/.test(text) || secret.length < secretLength)
    throw new Error(`the master secret in ${path} is not base64 of at least 32 bytes`)
  return secret
}
