import { say, withService } from './session.ts'

/** Brings the database up to this program. */
export async function migrate(): Promise<void> {
  await withService(async ({ applied }) => {
    say(applied.length === 0 ? 'Nothing to do: the database is up to date.' : `Applied:\n${applied.map((name) => `  ${name}`).join('\n')}`)
  })
}
