import { Command } from 'commander'
import { migrate } from './commands/migrate.ts'
import { start } from './commands/start.ts'
import { verify } from './commands/verify.ts'

const program = new Command('tanggap').description('The complaints desk of an immigration service').showHelpAfterError()

program.command('start').description('start the service: database, web, workers').action(start)
program.command('migrate').description('bring the database up to this program').action(migrate)
program.command('verify').description('walk the audit trail and name the first broken link').action(verify)

await program.parseAsync()
