import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeLock, type LockFile, listMissing, readPlatform } from '../../scripts/complete-lock.ts'
import { root } from './skeleton.ts'

const small = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', '@tool/darwin-arm64': '1.2.3' },
    },
    'node_modules/other/node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/win32-x64': '1.0.0' } },
    'node_modules/other/node_modules/@tool/win32-x64': { version: '1.0.0' },
    'node_modules/@tool/linux-x64-musl': { version: '1.2.3' },
  },
}

describe('the lock file', () => {
  test('knows the optional packages of every platform; if not, run npm run lock', async () => {
    const lock: LockFile = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    expect(listMissing(lock).map(({ name }) => name)).toEqual([])
  })

  test('names no registry, so that npm takes its own', async () => {
    const lock: LockFile = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    expect(Object.values(lock.packages).flatMap(({ resolved }) => (resolved?.startsWith('http') ? [resolved] : []))).toEqual([])
  })

  test('is completed by what is missing alone', () => {
    expect(listMissing(small).map(({ name }) => name)).toEqual(['@tool/darwin-arm64'])
    const whole = completeLock(small)
    expect(whole.packages).toHaveProperty(['node_modules/@tool/darwin-arm64'], {
      version: '1.2.3',
      dev: true,
      cpu: ['arm64'],
      os: ['darwin'],
      optional: true,
    })
    expect(listMissing(whole)).toEqual([])
  })

  test.each([
    ['@oxc-parser/binding-linux-arm-musleabihf', { cpu: ['arm'], libc: ['musl'], os: ['linux'] }],
    ['@oxc-parser/binding-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('%s runs where its name says', (name, platform) => {
    expect(readPlatform(name)).toEqual(platform)
  })

  test('leaves a name without a platform to a person', () => {
    expect(() => readPlatform('fsevents')).toThrow('fsevents')
  })
})
