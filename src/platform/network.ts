import { isIP } from 'node:net'

/** The eight groups of an IPv6 address as numbers. */
function readGroups(address: string): readonly number[] {
  // The dotted end of an IPv4-mapped address is two groups.
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [head = '', tail] = plain.split('::')
  const read = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [before, after] = [read(head), read(tail ?? '')]
  return tail === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after]
}

/**
 * What counts as one sender: an IPv4 address, or the /64 of an IPv6 address, since every household and every rented server
 * has 2^64 of those to change between. The two ways of writing an IPv4 address are one. What is no address stays as it is.
 */
export function composeSender(address: string): string {
  const plain = address.split('%')[0] ?? ''
  if (isIP(plain) !== 6) return address
  const groups = readGroups(plain)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}
