/** A field of an operation, as the readable page shows it. */
export type Field = { readonly name: string; readonly required: boolean; readonly type: string; readonly description: string }
export type Operation = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly needsKey: boolean
  readonly fields: readonly Field[]
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
}
type Described = {
  readonly summary?: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}

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

/** The operations of an OpenAPI document in reading order. */
export function listOperations(document: unknown): readonly Operation[] {
  const paths = (document as { paths?: Readonly<Record<string, Readonly<Record<string, Described>>>> }).paths ?? {}
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
          ...listBody(described.requestBody?.content?.['application/json']?.schema),
        ],
      }),
    ),
  )
}
