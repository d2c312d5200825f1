import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { parseAccessCode, parseNumber } from '../../complaint/record/rules.ts'
import { examples } from './examples.ts'
import { routes } from './routes.ts'
import { listOperations } from './rules.ts'

const operations = routes.flatMap((route) => (route.api === undefined ? [] : [{ ...route.api, form: route.form }]))

test('operations keep the names by which programs know them', () => {
  expect(operations.map(({ id }) => id)).toEqual([
    'sendReport',
    'readStage',
    'trackReport',
    'writeMessage',
    'listCategories',
    'listOffices',
    'listTickets',
    'readTicket',
    'actOnTicket',
    'listReceivingBodies',
  ])
})

describe.each(operations.map((one) => [one.id, one] as const))('the example of %s', (_id, { form, example, response }) => {
  test('is what the schema of its request takes', () => {
    if (form === undefined) expect(example.body).toBeUndefined()
    else expect([...Compile(form).Errors(example.body)]).toEqual([])
  })

  test('is what the schema of its answer promises', () => {
    expect([...Compile(response).Errors(example.response)]).toEqual([])
    expect(
      Compile(response).Check({
        ...(example.response as object),
        ...{ number: 1, id: 1, categories: 1, offices: 1, tickets: 1, bodies: 1 },
      }),
    ).toBe(false)
  })
})

test('number and code of the examples are whole ones', () => {
  const { number, accessCode } = examples.trackReport.body
  expect(parseNumber(number).ok).toBe(true)
  expect(parseAccessCode(accessCode).ok).toBe(true)
})

test('the line for a terminal holds key and example, and no quote of a text ends it', () => {
  const document = {
    servers: [{ url: 'https://lapor.example' }],
    paths: {
      '/a/{id}': {
        post: {
          security: [{ key: [] }],
          parameters: [{ name: 'id', in: 'path', example: 'x y' }],
          requestBody: { content: { 'application/json': { example: { text: "Jum'at" } } } },
          responses: { '201': { content: { 'application/json': { example: { id: 1 } } } } },
        },
      },
    },
  }
  expect(listOperations(document)[0]).toMatchObject({
    curl: `curl -X POST 'https://lapor.example/a/x%20y' -H "Authorization: Bearer $TANGGAP_KEY" -H 'Content-Type: application/json' -d '{"text":"Jum'\\''at"}'`,
    answer: '{\n  "id": 1\n}',
  })
})
