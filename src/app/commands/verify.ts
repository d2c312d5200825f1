import { linkPending, type Verification, verifyChain } from '../../audit/trail/index.ts'
import type { Services } from '../../platform/context.ts'
import { asCommand, say, withService } from './session.ts'

/** Chains what waits, then walks the trail. A broken link is named, and the exit code is 1. */
export async function checkTrail(services: Services, command: string): Promise<Verification> {
  while ((await asCommand(services, command, (ctx) => linkPending(ctx))) > 0);
  const result = await asCommand(services, command, verifyChain)
  if (!result.intact) {
    say(`The trail is BROKEN at position ${result.position}: entry ${result.entryId} (${result.fault})`)
    process.exitCode = 1
  }
  return result
}

/** Walks the trail and names the first broken link. Exit code 1 when there is one. */
export async function verify(): Promise<void> {
  await withService(async ({ services }) => {
    const result = await checkTrail(services, 'verify')
    if (result.intact) say(`The trail is intact: ${result.linked} entries, head ${result.head}`)
  })
}
