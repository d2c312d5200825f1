/** A field of an operation, as the readable page shows it. */
export type Field = { readonly name: string; readonly required: boolean; readonly type: string; readonly description: string }
export type Operation = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly needsKey: boolean
  readonly fields: readonly Field[]
  readonly curl: string
  /** What comes back, as indented JSON. */
  readonly answer: string
}

type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly maxLength?: number
}
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
  readonly example?: unknown
}
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>> }
type Described = {
  readonly summary?: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}
type Document = {
  readonly servers?: readonly { readonly url: string }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

const json = 'application/json'

function nameType(schema: Schema | undefined): string {
  if (schema?.enum) return schema.enum.map(String).join(' | ')
  const limit = schema?.maxLength === undefined ? '' : ` ≤ ${schema.maxLength}`
  return `${schema?.type ?? 'any'}${limit}`
}

function listBody(schema: Schema | undefined): Field[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    required: schema?.required?.includes(name) ?? false,
    type: nameType(property),
    description: property.description ?? '',
  }))
}

/** In single quotes a shell takes everything as it is, but for a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The example as a line for a terminal. */
function composeCurl(server: string, path: string, method: string, described: Described): string {
  const filled = (described.parameters ?? [])
    .filter((one) => one.in === 'path')
    .reduce((address, one) => address.replace(`{${one.name}}`, encodeURIComponent(String(one.example ?? one.name))), path)
  const body = described.requestBody?.content?.[json]?.example
  return [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    quote(server + filled),
    ...((described.security?.length ?? 0) > 0 ? ['-H "Authorization: Bearer $TANGGAP_KEY"'] : []),
    ...(body === undefined ? [] : [`-H ${quote(`Content-Type: ${json}`)}`, `-d ${quote(JSON.stringify(body))}`]),
  ].join(' ')
}

function findAnswer(described: Described): string {
  const done = Object.entries(described.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
  return JSON.stringify(done?.content?.[json]?.example ?? null, null, 2)
}

/** The operations of an OpenAPI document in reading order. */
export function listOperations(document: unknown): readonly Operation[] {
  const { paths = {}, servers } = document as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, described]): Operation => ({
        method: method.toUpperCase(),
        path,
        summary: described.summary ?? '',
        needsKey: (described.security?.length ?? 0) > 0,
        fields: [
          ...(described.parameters ?? []).map((one) => ({
            name: one.name,
            required: one.required ?? false,
            type: nameType(one.schema),
            description: one.description ?? one.schema?.description ?? '',
          })),
          ...listBody(described.requestBody?.content?.[json]?.schema),
        ],
        curl: composeCurl(servers?.[0]?.url ?? '', path, method, described),
        answer: findAnswer(described),
      }),
    ),
  )
}
