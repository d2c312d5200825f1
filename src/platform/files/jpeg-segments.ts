const startOfScan = 0xda
/** APP1 (EXIF, XMP), APP13 (IPTC) and comments. APP2 (colour profile) and APP14 (Adobe's colour transform) decide how the picture looks and stay. */
const telling: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe])

/** Takes the metadata out of a JPEG without touching its picture. Bytes that are no well-formed JPEG come back as they are. */
export function stripJpeg(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let at = 2
  while (at + 4 <= jpeg.length) {
    if (view.getUint8(at) !== 0xff) return jpeg
    const marker = view.getUint8(at + 1)
    if (marker === startOfScan) break
    const end = at + 2 + view.getUint16(at + 2)
    if (!telling.has(marker)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  kept.push(jpeg.subarray(at))
  return Buffer.concat(kept)
}
