import { createServer } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { readSettings } from '../platform/config.ts'
import { openDatabaseServer } from './database-server.ts'
import { listen } from './listening.ts'

test('a taken port names the setting that mends it', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const address = other.address()
  const port = address !== null && typeof address !== 'string' ? address.port : 0
  const app = fastify()
  try {
    await expect(listen(app, { host: '127.0.0.1', port })).rejects.toThrow(`port ${port} of 127.0.0.1 is taken: set PORT`)
  } finally {
    await app.close()
    await new Promise((done) => other.close(done))
  }
})

test.each(['127.0.0.1', 'localhost'])('a database that does not answer at %s names its setting, with a reason', async (host) => {
  const settings = readSettings({ DATABASE_URL: `postgresql://nobody:secret@${host}:1/none` })
  const opened = openDatabaseServer(settings, () => undefined, { join: true })
  await expect(opened).rejects.toThrow(/^DATABASE_URL: the database cannot be reached \(.*ECONNREFUSED.*\)$/)
  await expect(opened).rejects.not.toThrow(/secret/)
})
