import { Command } from 'commander'
import release from '../../package.json' with { type: 'json' }
import { backup, restore } from './commands/backup.ts'
import { createAdmin } from './commands/create-admin.ts'
import { doctor } from './commands/doctor.ts'
import { importReports } from './commands/import.ts'
import { migrate } from './commands/migrate.ts'
import { seed } from './commands/seed.ts'
import { start } from './commands/start.ts'
import { verify } from './commands/verify.ts'

const program = new Command('tanggap')
  .version(release.version)
  .description('The complaints desk of an immigration service')
  .showHelpAfterError()

program.command('start').description('start the service: database, web, workers').action(start)
program.command('migrate').description('bring the database up to this program').action(migrate)
program.command('seed').description('fill an empty installation with demo officers and tickets').action(seed)
program
  .command('create-admin')
  .description('make an administrator; without a terminal the password comes from standard input')
  .option('--email <address>')
  .option('--name <name>')
  .action(createAdmin)
program
  .command('import <file>')
  .description('take in reports from a CSV or JSON file, through the same action as the form')
  .option('--map <file>', 'mapping of columns; else a shipped one that knows them')
  .option('--limit <rows>', 'read at most this many rows')
  .option('--codes <file>', 'write reference, number and access code of each report into this file, for handing over')
  .action(importReports)
program.command('backup [file]').description('write one archive of everything but the master secret').action(backup)
program
  .command('restore <file>')
  .description('put an archive into a fresh installation')
  .option('--without-secret', 'also under another master secret than the archive belongs to')
  .action(restore)
program.command('verify').description('walk the audit trail and name the first broken link').action(verify)
program.command('doctor').description('say what is misconfigured and how to mend it').action(doctor)

try {
  await program.parseAsync()
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  process.stderr.write(`tanggap: ${error instanceof Error ? error.message : String(error)}${cause}\n`)
  process.exitCode = 1
}
