import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { err, ok, type Result } from '../result.ts'
import type { FieldProblems, ProblemCode } from './route.ts'

export type RawFields = Record<string, string | string[]>

type SentFields = Readonly<Record<string, string | readonly string[]>>

/** The text of one field as it was sent; empty where there is none. */
export function readText(raw: SentFields, name: string): string {
  const value = raw[name]
  return typeof value === 'string' ? value : ''
}

/** The texts of a form as they came, to fill its page again; several ticks of one name stand in one, with commas between. */
export function readTexts(raw: SentFields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => [[name, typeof value === 'string' ? value : value.join(',')]]))
}

/** Invisible characters that can make a text read otherwise than it is stored: controls, bidirectional overrides, BOM. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed here
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/g

/** Text as it is kept: NFC, one kind of line end, nothing invisible, no lone half of a surrogate pair. */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, '').toWellFormed().normalize('NFC').trim()
}

export function normalizeFields(fields: Readonly<Record<string, unknown>>): RawFields {
  const clean: RawFields = Object.create(null) as RawFields
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') clean[name] = normalizeText(value)
    else if (Array.isArray(value)) clean[name] = value.filter((item): item is string => typeof item === 'string').map(normalizeText)
  }
  return clean
}

/** The same cleaning for the texts inside a JSON value. Names of members stay: the schema decides which are known. */
export function normalizeJson(value: unknown): unknown {
  if (typeof value === 'string') return normalizeText(value)
  if (Array.isArray(value)) return value.map(normalizeJson)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normalizeJson(inner)]))
  return value
}

type Property = { readonly type?: string }

function propertiesOf(schema: TSchema): Readonly<Record<string, Property>> {
  return ((schema as { properties?: Record<string, Property> }).properties ?? {}) as Record<string, Property>
}

const yes = new Set(['on', 'yes', 'true', '1'])

function coerce(value: string | string[] | undefined, property: Property): unknown {
  if (property.type === 'boolean') return typeof value === 'string' && yes.has(value)
  if (property.type === 'array') return value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]
  const single = Array.isArray(value) ? value[0] : value
  if (single === undefined || single === '') return undefined
  if ((property.type === 'integer' || property.type === 'number') && /^-?\d{1,15}$/.test(single)) return Number(single)
  return single
}

const codes: Readonly<Record<string, ProblemCode>> = {
  required: 'required',
  minLength: 'too_short',
  maxLength: 'too_long',
  maxItems: 'too_many',
  pattern: 'malformed',
  format: 'malformed',
  enum: 'choose',
  const: 'choose',
  anyOf: 'choose',
}

type SchemaError = { readonly keyword: string; readonly instancePath: string; readonly params: unknown }

function nameProblems(errors: readonly SchemaError[]): FieldProblems {
  const problems: Record<string, string> = {}
  for (const error of errors) {
    if (error.keyword === 'required') {
      const missing = (error.params as { requiredProperties?: readonly string[] }).requiredProperties ?? []
      for (const field of missing) problems[field] ??= 'required'
      continue
    }
    const field = error.instancePath.split('/')[1]
    if (field) problems[field] ??= codes[error.keyword] ?? 'malformed'
  }
  return problems
}

export type Checker = (value: unknown) => Result<unknown, FieldProblems>

/** Checks untrusted values against a schema, naming each problem by its field. */
export function createChecker(schema: TSchema): Checker {
  const compiled = Compile(schema)
  return (value) => {
    if (compiled.Check(value)) return ok(value)
    const problems = nameProblems(compiled.Errors(value) as readonly SchemaError[])
    return err(Object.keys(problems).length > 0 ? problems : { _form: 'malformed' })
  }
}

/** The same for fields of a form or a query, where everything arrives as text and fields the schema does not know are dropped. */
export function createFieldChecker(schema: TSchema): (fields: RawFields) => Result<unknown, FieldProblems> {
  const check = createChecker(schema)
  const properties = Object.entries(propertiesOf(schema))
  return (fields) => {
    const value: Record<string, unknown> = {}
    for (const [name, property] of properties) {
      const coerced = coerce(Object.hasOwn(fields, name) ? fields[name] : undefined, property)
      if (coerced !== undefined) value[name] = coerced
    }
    return check(value)
  }
}
