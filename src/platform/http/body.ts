import type { FastifyRequest } from 'fastify'
import { normalizeFields, normalizeJson, type RawFields } from './input.ts'
import type { Route, UploadedFile } from './route.ts'

export type Body = { readonly fields: RawFields; readonly files: readonly UploadedFile[]; readonly json: unknown }

async function readUpload(request: FastifyRequest, upload: NonNullable<Route['upload']>): Promise<Body> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const files: UploadedFile[] = []
  for await (const part of request.parts({ limits: { fileSize: upload.maxBytes, files: upload.most + 5 } })) {
    if (part.type === 'field') {
      const earlier = fields[part.fieldname]
      fields[part.fieldname] = earlier === undefined ? part.value : [earlier, part.value].flat()
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    // An empty file input arrives as a part without name and content.
    if (bytes.length > 0 || part.filename)
      files.push({ field: part.fieldname, name: part.filename ?? '', bytes, tooLarge: part.file.truncated })
  }
  return { fields: normalizeFields(fields), files, json: undefined }
}

/** The fields, files or JSON that came with a request. One file is held in memory at most as large as its limit. */
export async function readBody(request: FastifyRequest, route: Route): Promise<Body> {
  if (request.method !== 'POST') return { fields: {}, files: [], json: undefined }
  if (request.isMultipart()) return readUpload(request, route.upload ?? { most: 0, maxBytes: 1 })
  if (route.audience === 'api') return { fields: {}, files: [], json: normalizeJson(request.body ?? {}) }
  return { fields: normalizeFields((request.body ?? {}) as Record<string, unknown>), files: [], json: undefined }
}
