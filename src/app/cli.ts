import { Command } from 'commander'
import { start } from './commands/start.ts'

const program = new Command('tanggap').description('The complaints desk of an immigration service').showHelpAfterError()

program.command('start').description('start the service (database, web, workers)').action(start)

await program.parseAsync()
