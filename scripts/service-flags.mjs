/**
 * How the service is started, wherever it is started from. Its pages are many short-lived strings: V8's default young generation of up to 48 MB
 * a half, a heap that may grow to gigabytes before it is tidied, and one heap of glibc for each thread double the memory of the process without
 * saving processor time (figures in docs/scale.md). What it keeps is about 70 MB.
 */
export const serviceFlags = ['--enable-source-maps', '--max-semi-space-size=16', '--max-old-space-size=512']
export const serviceEnvironment = { MALLOC_ARENA_MAX: '2' }
