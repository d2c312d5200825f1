import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { buildFrame, buildFrameOfficer } from '../../../test/frame.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'

const frame = buildFrame({ officer: buildFrameOfficer() })

describe('a form', () => {
  it('that is posted carries its token and its idempotency key', () => {
    const html = renderToString(
      <Form frame={frame} action="/lapor" idempotencyKey="k1" hidden={{ step: '2' }} multipart>
        <p>Isi</p>
      </Form>,
    )
    expect(html).toContain('<input type="hidden" name="_csrf" value="form-token"/>')
    expect(html).toContain('name="idempotencyKey" value="k1"')
    expect(html).toContain('name="step" value="2"')
    expect(html).toContain('enctype="multipart/form-data"')
  })

  it('that only asks leaves no token in its address, nor a cookie for the visitor', () => {
    const silent = {
      ...frame,
      csrf: () => {
        throw new Error('no token was needed')
      },
    }
    const html = renderToString(
      <Form frame={silent} action="/cari" method="get" hidden={{ sort: 'due' }}>
        <p>Isi</p>
      </Form>,
    )
    expect(html).not.toContain('_csrf')
    expect(html).toContain('name="sort" value="due"')
  })

  it('keeps a note and a reply in different places and says who reads them', () => {
    const [reply, note] = (['reply', 'note'] as const).map((kind) =>
      renderToString(
        <Form frame={frame} action="/x" draft={{ ticket: 't1', kind }}>
          <p>Isi</p>
        </Form>,
      ),
    )
    expect(reply).toContain('data-draft-keeper-place-value="officer-1:reply:t1"')
    expect(reply).toContain('Pelapor akan membaca ini.')
    expect(note).toContain('data-draft-keeper-place-value="officer-1:note:t1"')
    expect(note).toContain('Pelapor tidak pernah melihat ini.')
    expect(note).toContain('composer-note')
  })
})

describe('the error summary', () => {
  it('takes focus, and leads to each field by its name or by the id it was given', () => {
    const html = renderToString(
      <ErrorSummary frame={frame} problems={{ email: 'Tulis email.', text: 'Tulis jawaban.' }} ids={{ text: 'answer' }} />,
    )
    expect(html).toContain('role="alert"')
    expect(html).toContain('tabindex="-1"')
    expect(html).toMatch(/tabindex="-1" autofocus[^>]* data-take-focus/)
    expect(html).toContain('Ada 2 hal yang perlu diperbaiki')
    expect(html).toContain('<a href="#field-email">Tulis email.</a>')
    expect(html).toContain('<a href="#answer">Tulis jawaban.</a>')
  })

  it('is not there when nothing is wrong', () => {
    expect(renderToString(<ErrorSummary frame={frame} problems={{}} />)).toBe('')
  })
})
