import type { FastifyInstance } from 'fastify'
import type { Settings } from '../platform/config.ts'

/** Listens where the settings say, or says which of them is in the way. */
export async function listen(app: FastifyInstance, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'EADDRINUSE') throw new Error(`port ${port} of ${host} is taken: set PORT to a free one, or stop what listens there`)
    if (code === 'EACCES') throw new Error(`port ${port} is not allowed to this user: set PORT to one above 1023`)
    throw error
  }
}
