// cspell:disable -- the words on the screen are Indonesian.
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { buildFrame } from '../../../test/frame.ts'
import { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx'
import { DateFields } from './date-fields.tsx'
import { FileField } from './file-field.tsx'
import { SearchableSelect, Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const frame = buildFrame()
const problems = { email: 'Tulis alamat email.' }

/** The opening tag of the first element of this kind. */
function tagOf(html: string, tag: string): string {
  return new RegExp(`<${tag}\\b[^>]*>`).exec(html)?.[0] ?? ''
}

describe('a text field', () => {
  it('names hint and problem for screen readers, in the order in which they are read', () => {
    const html = renderToString(<TextField frame={frame} problems={problems} name="email" label="Email" hint="Untuk kabar." />)
    expect(tagOf(html, 'label')).toContain('for="field-email"')
    expect(tagOf(html, 'input')).toContain('id="field-email"')
    expect(tagOf(html, 'input')).toContain('aria-describedby="field-email-hint field-email-problem"')
    expect(tagOf(html, 'input')).toContain('aria-invalid="true"')
    expect(html).toMatch(/id="field-email-hint">Untuk kabar\./)
    expect(html).toMatch(/id="field-email-problem">.*Perlu diperbaiki: <\/span>Tulis alamat email\./)
  })

  it('says nothing of hints and problems that are not there', () => {
    const html = renderToString(<TextField frame={frame} problems={problems} name="phone" label="Telepon" />)
    expect(html).not.toContain('aria-describedby')
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('field-invalid')
  })

  it('gives back what was typed, escaped', () => {
    const html = renderToString(<TextField frame={frame} name="name" label="Nama" value={'"><script>alert(1)</script>'} />)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&quot;>&lt;script>')
  })

  it('says what is optional', () => {
    expect(renderToString(<TextField frame={frame} name="name" label="Nama" optional />)).toContain('(tidak wajib)')
    expect(renderToString(<TextField frame={buildFrame({ locale: 'en' })} name="name" label="Name" optional />)).toContain('(optional)')
  })

  it('takes another id when two forms of a page share its name', () => {
    const html = renderToString(<TextField frame={frame} problems={problems} name="email" id="answer" label="Email" />)
    expect(tagOf(html, 'label')).toContain('for="answer"')
    expect(tagOf(html, 'input')).toContain('aria-describedby="answer-problem"')
  })

  it('is the heading of its page when it is all of it', () => {
    expect(renderToString(<TextField frame={frame} name="name" label="Nama" asHeading />)).toMatch(/<h1><label[^>]*>Nama<\/label><\/h1>/)
  })
})

describe('a text area', () => {
  it('tells its limit in words that the box refers to, and never cuts off what is typed', () => {
    const html = renderToString(<TextArea frame={frame} name="story" label="Cerita" maxLength={5000} value="Isi" />)
    expect(html).toContain('id="field-story-limit">Paling banyak 5.000 huruf.')
    expect(tagOf(html, 'textarea')).toContain('aria-describedby="field-story-limit"')
    expect(tagOf(html, 'textarea')).not.toContain('maxlength')
    expect(html).toContain('>Isi</textarea>')
  })
})

describe('a group of radio buttons', () => {
  const options = [
    { value: 'a', label: 'A', hint: 'Pertama' },
    { value: 'b', label: 'B', more: <p>Lebih</p>, divider: 'atau' },
  ]

  it('gives no id twice, although the group and its first answer both have a hint', () => {
    const html = renderToString(<RadioGroup frame={frame} problems={{}} name="kind" label="Jenis" hint="Satu saja" options={options} />)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids).toContain('field-kind-hint')
    expect(ids).toContain('field-kind-choice-hint')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is named by its legend and described by hint and problem', () => {
    const html = renderToString(
      <RadioGroup frame={frame} problems={{ kind: 'Pilih.' }} name="kind" label="Jenis" hint="Satu saja" options={options} />,
    )
    expect(tagOf(html, 'fieldset')).toContain('aria-describedby="field-kind-hint field-kind-problem"')
    expect(html).toMatch(/<legend[^>]*>Jenis<\/legend>/)
  })

  it('gives the first button the id that the error summary links to', () => {
    const html = renderToString(<RadioGroup frame={frame} name="kind" label="Jenis" options={options} value="b" />)
    const inputs = html.match(/<input[^>]*>/g) ?? []
    expect(inputs[0]).toContain('id="field-kind"')
    expect(inputs[0]).toContain('aria-describedby="field-kind-choice-hint"')
    expect(inputs[0]).not.toContain('checked')
    expect(inputs[1]).toContain('id="field-kind-2"')
    expect(inputs[1]).toContain('checked')
  })

  it('shows the fields of an answer without script', () => {
    const html = renderToString(<RadioGroup frame={frame} name="kind" label="Jenis" options={options} />)
    expect(html).toMatch(/<div class="choice-more" data-more-of="field-kind-2"><p>Lebih<\/p><\/div>/)
    expect(html).not.toContain('hidden')
  })
})

describe('ticks', () => {
  it('of a group keep all that was chosen', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    const html = renderToString(<CheckboxGroup frame={frame} name="ways" label="Cara" options={options} values={['a', 'c']} />)
    expect((html.match(/<input[^>]*>/g) ?? []).map((input) => input.includes('checked'))).toEqual([true, false, true])
  })

  it('alone are described by hint and problem', () => {
    const html = renderToString(
      <Checkbox frame={frame} problems={{ consent: 'Setujui dulu.' }} name="consent" label="Setuju" hint="Boleh ditarik" />,
    )
    expect(tagOf(html, 'input')).toContain('aria-describedby="field-consent-problem field-consent-choice-hint"')
    expect(tagOf(html, 'input')).toContain('aria-invalid="true"')
    expect(html.match(/Boleh ditarik/g)).toHaveLength(1)
  })
})

describe('a select', () => {
  const options = [{ label: 'Bali', options: [{ value: 'dps', label: 'Denpasar' }] }]

  it('keeps its groups and its choice', () => {
    const html = renderToString(<Select frame={frame} name="office" label="Kantor" placeholder="Pilih" options={options} value="dps" />)
    expect(html).toContain('<option value>Pilih</option><optgroup label="Bali"><option')
    expect(html).toMatch(/<option (value="dps" selected|selected value="dps")>Denpasar/)
  })

  it('that can be searched is a working select without script', () => {
    const html = renderToString(
      <SearchableSelect
        frame={frame}
        problems={{ office: 'Pilih kantor.' }}
        name="office"
        label="Kantor"
        placeholder="Pilih"
        options={options}
      />,
    )
    expect(html).toMatch(/^<div data-combobox/)
    expect(tagOf(html, 'select')).toContain('name="office"')
    expect(tagOf(html, 'select')).toContain('aria-describedby="field-office-problem"')
  })
})

describe('a date', () => {
  it('is three labelled boxes under one question, the first of which the error summary links to', () => {
    const html = renderToString(
      <DateFields frame={frame} problems={{ incident: 'Di masa depan.' }} name="incident" label="Kapan" day="27" month="3" year="2036" />,
    )
    const inputs = html.match(/<input[^>]*>/g) ?? []
    expect(inputs.map((input) => /name="([^"]+)"/.exec(input)?.[1])).toEqual(['incidentDay', 'incidentMonth', 'incidentYear'])
    expect(inputs[0]).toContain('id="field-incident"')
    expect(inputs.every((input) => input.includes('aria-invalid="true"'))).toBe(true)
    expect(html).toContain('for="field-incident-year">Tahun')
    expect(tagOf(html, 'fieldset')).toContain('aria-describedby="field-incident-problem"')
  })
})

describe('a file field', () => {
  it('takes several when it may', () => {
    const html = renderToString(<FileField frame={frame} name="files" label="Berkas" hint="Sampai 5" multiple accept="image/png" />)
    expect(tagOf(html, 'input')).toContain('multiple')
    expect(tagOf(html, 'input')).toContain('accept="image/png"')
    expect(tagOf(html, 'input')).toContain('aria-describedby="field-files-hint"')
  })
})
