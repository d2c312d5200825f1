import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Button, ButtonGroup } from '../controls/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../forms/choices.tsx'
import { DateFields } from '../forms/date-fields.tsx'
import { ErrorSummary } from '../forms/error-summary.tsx'
import { FileField } from '../forms/file-field.tsx'
import { Form } from '../forms/form.tsx'
import { SearchableSelect, Select } from '../forms/select.tsx'
import { TextArea } from '../forms/text-area.tsx'
import { TextField } from '../forms/text-field.tsx'
import type { SampleWords } from './sample-words.ts'

type SampleProps = { readonly frame: Frame; readonly words: SampleWords }

const offices = [
  {
    label: 'DKI Jakarta',
    options: [
      { value: 'jaksel', label: 'Kanim Kelas I Khusus Non TPI Jakarta Selatan' },
      { value: 'cengkareng', label: 'Kanim Kelas I Khusus TPI Soekarno-Hatta' },
    ],
  },
  {
    label: 'Bali',
    options: [
      { value: 'denpasar', label: 'Kanim Kelas I TPI Denpasar' },
      { value: 'ngurahrai', label: 'Kanim Kelas I Khusus TPI Ngurah Rai' },
    ],
  },
  { label: 'Sulawesi Selatan', options: [{ value: 'makassar', label: 'Kanim Kelas I TPI Makassar' }] },
] as const

/** Fields as they come back with problems. */
export function ProblemSamples({ frame, words }: SampleProps): VNode {
  const problems = { email: words.emailProblem, story: words.storyProblem, incident: words.whenProblem }
  return (
    <>
      <ErrorSummary frame={frame} problems={problems} />
      <Form frame={frame} action="/ui">
        <TextField
          frame={frame}
          problems={problems}
          name="email"
          label={words.email}
          hint={words.emailHint}
          type="email"
          autocomplete="email"
          value="nama.contoh.id"
          width="medium"
          ltr
        />
        <DateFields
          frame={frame}
          problems={problems}
          name="incident"
          label={words.when}
          hint={words.whenHint}
          day="27"
          month="3"
          year="2036"
        />
        <TextArea frame={frame} problems={problems} name="story" label={words.story} hint={words.storyHint} maxLength={5000} />
      </Form>
    </>
  )
}

/** Fields that wait for an answer. */
export function FieldSamples({ frame, words }: SampleProps): VNode {
  const phone = <TextField frame={frame} name="phone" label={words.phone} type="tel" autocomplete="tel" width="short" ltr optional />
  return (
    <Form frame={frame} action="/ui" multipart idempotencyKey="sample">
      <RadioGroup
        frame={frame}
        name="kind"
        label={words.kindQuestion}
        value="complaint"
        options={[
          { value: 'complaint', label: words.complaint, hint: words.complaintHint },
          { value: 'suggestion', label: words.suggestion, hint: words.suggestionHint },
          { value: 'other', label: words.other, divider: words.or },
        ]}
      />
      <CheckboxGroup
        frame={frame}
        name="channels"
        label={words.channels}
        values={['email']}
        options={[
          { value: 'email', label: words.byEmail },
          { value: 'sms', label: words.bySms, more: phone },
        ]}
      />
      <SearchableSelect
        frame={frame}
        name="office"
        label={words.office}
        hint={words.officeHint}
        placeholder={words.chooseOffice}
        options={offices}
      />
      <Select
        frame={frame}
        name="stage"
        label={words.state}
        width="short"
        value={words.stages[1]}
        options={words.stages.map((stage) => ({ value: stage, label: stage }))}
      />
      <FileField frame={frame} name="files" label={words.files} hint={words.filesHint} multiple optional />
      <Checkbox frame={frame} name="secret" label={words.secret} hint={words.secretHint} />
      <ButtonGroup>
        <Button icon="arrow-right" iconAtEnd>
          {words.next}
        </Button>
        <Button variant="secondary" name="later" value="1">
          {words.save}
        </Button>
        <Button variant="quiet" href="/">
          {words.notNow}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
