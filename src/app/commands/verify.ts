import { linkPending, verifyChain } from '../../audit/trail/index.ts'
import { asCommand, say, withService } from './session.ts'

/** Walks the trail and names the first broken link. Exit code 1 when there is one. */
export async function verify(): Promise<void> {
  await withService(async ({ services }) => {
    while ((await asCommand(services, 'verify', (ctx) => linkPending(ctx))) > 0);
    const result = await asCommand(services, 'verify', verifyChain)
    if (result.intact) {
      say(`The trail is intact: ${result.linked} entries, head ${result.head}`)
      return
    }
    say(`The trail is BROKEN at position ${result.position}: entry ${result.entryId} (${result.fault})`)
    process.exitCode = 1
  })
}
