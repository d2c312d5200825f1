import { spawn } from 'node:child_process'

const handedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in this one's place: it gets the signals that this one gets, and this one ends as it ended, by its code or its signal.
 * A supervisor knows only the process it started; what that one keeps to itself never reaches the service.
 */
export function handOver(command, args, environment) {
  const child = spawn(command, args, { stdio: 'inherit', env: environment })
  const handOn = (signal) => child.kill(signal)
  for (const signal of handedOn) process.on(signal, handOn)
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const handed of handedOn) process.removeListener(handed, handOn)
    process.kill(process.pid, signal)
  })
}
