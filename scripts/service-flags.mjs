/**
 * How the service is started, wherever it is started from. Its pages are many short-lived strings: V8's default young generation of up to 48 MB
 * and one heap of glibc for each thread double the memory of the process without saving processor time (figures in docs/scale.md).
 */
export const serviceFlags = ['--enable-source-maps', '--max-semi-space-size=4']
export const serviceEnvironment = { MALLOC_ARENA_MAX: '2' }
