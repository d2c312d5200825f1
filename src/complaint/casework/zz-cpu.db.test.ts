import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { test } from 'vitest'
import { openConsole } from '../../../test/console.ts'
import { makeManyTickets } from '../../../test/many-tickets.ts'
import { createTestService, findOffice } from '../../../test/service.ts'

test('cpu', async () => {
  const service = await createTestService()
  const bitung = await findOffice(service, 'KANIM-BITUNG')
  const { client, officer } = await openConsole(service, [{ role: 'handler', officeId: bitung }])
  await makeManyTickets(service, { count: 2400, offices: [bitung], officers: [officer.id], minutesApart: 150 })
  for (const path of ['/petugas', '/petugas/cari?q=wawancara']) {
    for (let i = 0; i < 30; i += 1) await client.get(path, { 'accept-encoding': 'br' })
    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
    const before = process.cpuUsage()
    let size = 0
    for (let i = 0; i < 150; i += 1) size = (await client.get(path, { 'accept-encoding': 'br' })).body.length
    const used = process.cpuUsage(before)
    const { profile } = await session.post('Profiler.stop')
    const self = new Map<string, number>()
    const samples = profile.samples ?? []
    const byId = new Map(profile.nodes.map((n) => [n.id, n]))
    for (const [i, s] of samples.entries()) {
      const n = byId.get(s)
      if (!n) continue
      const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-2).join('/')}:${n.callFrame.lineNumber}`
      self.set(k, (self.get(k) ?? 0) + (profile.timeDeltas?.[i] ?? 0))
    }
    console.log(path, 'cpu ms/op', ((used.user + used.system) / 1000 / 150).toFixed(2), 'bytes', size)
    console.log(
      [...self]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 28)
        .map(([k, v]) => `${(v / 1000 / 150).toFixed(3)} ms  ${k}`)
        .join('\n'),
    )
    await writeFile(`/tmp/caseshots/prof-${path.includes('cari') ? 's' : 'i'}.cpuprofile`, JSON.stringify(profile))
  }
  await service.close()
}, 300_000)
