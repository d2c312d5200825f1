import { pick } from './dice.ts'

const openings = {
  id: [
    '',
    '',
    '',
    'Selamat pagi. ',
    'Assalamualaikum, mohon bantuannya. ',
    'Yth. Bapak/Ibu, ',
    'Permisi, saya mau melapor. ',
    'Mohon maaf sebelumnya. ',
  ],
  en: ['', '', '', 'Good morning. ', 'Dear Sir or Madam, ', 'Hello, I would like to report something. '],
} as const
/** Before what is no complaint: nobody reports a question, or begs for help with praise. */
const mildOpenings = {
  id: ['', '', '', 'Selamat pagi. ', 'Yth. Bapak/Ibu, ', 'Permisi. '],
  en: ['', '', '', 'Good morning. ', 'Dear Sir or Madam, ', 'Hello. '],
} as const
const closings = {
  id: [
    '',
    '',
    '',
    ' Terima kasih.',
    ' Mohon ditindaklanjuti.',
    ' Saya tunggu kabarnya.',
    ' Semoga bisa dibantu.',
    ' Tolong jangan dibiarkan.',
  ],
  en: ['', '', '', ' Thank you.', ' I look forward to your answer.', ' Please help.'],
} as const

const mildClosings = { id: ['', '', '', ' Terima kasih.'], en: ['', '', ' Thank you.'] } as const

/** A report as somebody might write it: the scenario with its gaps filled, and how they begin and end. */
export function fillText(dice: () => number, scenario: { readonly kind: string; readonly text: string }, language: 'id' | 'en'): string {
  const slots: Readonly<Record<string, string>> = {
    count: String(3 + Math.floor(dice() * 6)),
    number: String(1 + Math.floor(dice() * 9)),
    day: String(1 + Math.floor(dice() * 27)),
    hour:
      language === 'id'
        ? pick(dice, ['sebelas', 'dua belas', 'satu siang'])
        : pick(dice, ['eleven at night', 'nine in the evening', 'half past ten']),
    amount: pick(dice, ['50.000', '100.000', '150.000', '200.000', '300.000', '500.000']),
  }
  const body = scenario.text.replace(/\{(\w+)\}/g, (_whole, name: string) => slots[name] ?? '')
  const mild = scenario.kind !== 'complaint'
  const opening = pick<string>(dice, (mild ? mildOpenings : openings)[language])
  return `${opening}${body}${pick<string>(dice, (mild ? mildClosings : closings)[language])}`
}
