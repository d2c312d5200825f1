import { crc32 } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly bytes: Buffer }

/** Names are UTF-8. */
const utf8Names = 0x0800

function writeMoment(at: Date): number {
  const day = (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return day * 0x10000 + time
}

/** What both heads of an entry say of it, from the version needed to the length of the name. */
function describe({ name, bytes }: ZipEntry, at: Date): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(utf8Names, 2)
  head.writeUInt32LE(writeMoment(at), 6)
  head.writeUInt32LE(crc32(bytes), 10)
  head.writeUInt32LE(bytes.length, 14)
  head.writeUInt32LE(bytes.length, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

function signed(signature: number, length: number): Buffer {
  const head = Buffer.alloc(length)
  head.writeUInt32LE(signature, 0)
  return head
}

/** A ZIP file of entries as they are: pictures and PDF hardly get smaller. Times are UTC; together less than 4 GB. */
export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let place = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const facts = describe(entry, at)
    const local = [signed(0x04034b50, 4), facts, name, entry.bytes]
    const where = Buffer.alloc(14)
    where.writeUInt32LE(place, 10)
    directory.push(signed(0x02014b50, 4), Buffer.from([20, 0]), facts, where, name)
    pieces.push(...local)
    place += local.reduce((sum, piece) => sum + piece.length, 0)
  }
  const end = signed(0x06054b50, 22)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  )
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
