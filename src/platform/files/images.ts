import sharp, { type Sharp } from 'sharp'
import { err, ok, type Result } from '../result.ts'
import { createGate } from './gate.ts'
import type { AllowedType, FileProblem } from './types.ts'

export type ImageType = Exclude<AllowedType, 'application/pdf'>

/** 70 million: every phone's normal mode up to 64 megapixels; a picture of this size takes about 200 MB while it is turned. */
const maxPixels = 70_000_000
const maxSide = 4096
const timeout = { seconds: 20 }

// The cache pays only for working on the same picture again, which never happens here.
sharp.cache(false)
const enter = createGate(2)

function openImage(bytes: Uint8Array): Sharp {
  // 'error' and not 'warning': phones write small faults that every viewer forgives. A cut-off file is an error.
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).timeout(timeout)
}

/** Decodes the whole picture once: only that finds a file that is cut off or damaged in the middle. */
export async function checkImage(bytes: Uint8Array): Promise<FileProblem | null> {
  return enter(async () => {
    try {
      const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
      if (width * height > maxPixels) return 'file_too_many_pixels'
      // A tiny target lets the JPEG decoder work at an eighth of the size while still reading every byte.
      await openImage(bytes).resize(16, 16, { fit: 'fill' }).raw().toBuffer()
      return null
    } catch {
      return 'file_unreadable'
    }
  })
}

/** A new picture from the pixels alone: turned upright, sRGB, at most 4096 pixels a side, the same format, no metadata of any kind. Of a moving picture the first frame. */
export async function cleanImage(bytes: Uint8Array, type: ImageType): Promise<Result<Buffer, FileProblem>> {
  return enter(async () => {
    try {
      const upright = openImage(bytes).autoOrient().resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      return ok(await encode(upright, type).toBuffer())
    } catch {
      return err('file_unreadable')
    }
  })
}

function encode(image: Sharp, type: ImageType): Sharp {
  switch (type) {
    case 'image/jpeg':
      return image.jpeg({ quality: 88 })
    case 'image/png':
      return image.png()
    case 'image/webp':
      return image.webp({ quality: 88 })
  }
}
