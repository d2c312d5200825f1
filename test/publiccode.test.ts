import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import release from '../package.json' with { type: 'json' }
import { locales } from '../src/platform/i18n.ts'

const root = join(import.meta.dirname, '..')
const description = Type.Object(
  {
    localisedName: Type.Optional(Type.String({ minLength: 1 })),
    shortDescription: Type.String({ minLength: 1, maxLength: 150 }),
    longDescription: Type.String({ minLength: 150, maxLength: 10_000 }),
    features: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  },
  { additionalProperties: false },
)
const contact = Type.Object({ name: Type.String({ minLength: 1 }) })
const dependency = Type.Object({ name: Type.String({ minLength: 1 }) })

/** What publiccode.yml 0.4 demands, and nothing that it does not know. */
const publiccode = Type.Object(
  {
    publiccodeYmlVersion: Type.Literal('0.4'),
    name: Type.String({ minLength: 1 }),
    url: Type.String({ pattern: '^https://[^/]+/.+' }),
    softwareVersion: Type.Optional(Type.String({ minLength: 1 })),
    releaseDate: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    platforms: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    categories: Type.Array(Type.String({ pattern: '^[a-z-]+$' }), { minItems: 1 }),
    developmentStatus: Type.Enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
    softwareType: Type.Enum(['standalone/web', 'standalone/backend', 'standalone/other']),
    intendedAudience: Type.Optional(
      Type.Object({
        countries: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]{2}$' }))),
        scope: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z-]+$' }))),
      }),
    ),
    description: Type.Record(Type.String(), description),
    legal: Type.Object({ license: Type.String({ minLength: 1 }) }),
    maintenance: Type.Union([
      Type.Object({ type: Type.Enum(['internal', 'community']), contacts: Type.Array(contact, { minItems: 1 }) }),
      Type.Object({ type: Type.Literal('contract'), contractors: Type.Array(contact, { minItems: 1 }) }),
      Type.Object({ type: Type.Literal('none') }, { additionalProperties: false }),
    ]),
    localisation: Type.Object({ localisationReady: Type.Boolean(), availableLanguages: Type.Array(Type.String(), { minItems: 1 }) }),
    dependsOn: Type.Optional(Type.Object({ open: Type.Optional(Type.Array(dependency)) })),
  },
  { additionalProperties: false },
)

const described = parse(readFileSync(join(root, 'publiccode.yml'), 'utf8')) as Type.Static<typeof publiccode>

test('publiccode.yml has what its format demands', () => {
  const schema = Compile(publiccode)
  expect(schema.Errors(described).map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([])
  expect(schema.Check({ ...described, url: undefined })).toBe(false)
  expect(schema.Check({ ...described, maintenance: { type: 'community' } })).toBe(false)
})

test('publiccode.yml says of version, licence and languages what the program is', () => {
  expect(described.softwareVersion).toBe(release.version)
  expect(described.legal.license).toBe(release.license)
  expect(described.localisation.availableLanguages).toEqual([...locales])
  expect(Object.keys(described.description).sort()).toEqual([...locales].sort())
  expect(existsSync(join(root, 'LICENSE'))).toBe(true)
})

test('an address that is nobody’s stands in publiccode.yml only while nothing is released', () => {
  if (new URL(described.url).hostname.endsWith('.invalid')) expect(['concept', 'development']).toContain(described.developmentStatus)
  expect(described.url).not.toMatch(/example\.(org|com|net)/)
})
