/** What a report should tell (domain rule 20): what, when, where, who, how or why, and what is wanted. */
export const questions = ['what', 'when', 'where', 'who', 'how', 'wish'] as const
export type Question = (typeof questions)[number]

/** What is known of a report: fields that were filled, and everything the complainant wrote. */
export type Told = {
  readonly text: string
  readonly wish: string
  readonly happenedOn: boolean
  readonly happenedAt: boolean
  /** A unit it is about, or a person it is brought for. */
  readonly office: boolean
  readonly relation: boolean
}

export type Completeness = { readonly told: readonly Question[]; readonly missing: readonly Question[] }

/** Fewer words than these say that something happened, and not what. */
const fewestWords = 8
/** Who writes as much as this has told how it came about, whatever the words. */
const wholeStory = 60

/** Whole words, so that a cue inside another word is none. */
function composeCue(parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

const months =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december'
const days = 'senin|selasa|rabu|kamis|jumat|jum’at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const spans = 'hari|minggu|bulan|tahun|jam|days?|weeks?|months?|years?|hours?'

const when = composeCue([
  '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}',
  `\\d{1,2}\\s+(?:${months})`,
  `(?:${months})\\s+\\d{1,4}`,
  `(?:hari|on|last|this|next)\\s+(?:${days})`,
  `(?:bulan|in|since|sejak)\\s+(?:${months})`,
  '(?:pukul|jam|at)\\s+\\d{1,2}(?:[.:]\\d{2})?',
  `(?:\\d+|se|dua|tiga|empat|lima|two|three|four|five|a|an)\\s?(?:${spans})\\s+(?:yang\\s+)?(?:lalu|ago)`,
  'kemarin|kemaren|tadi\\s+(?:pagi|siang|sore|malam)|hari\\s+ini|(?:minggu|bulan|tahun|pekan)\\s+(?:lalu|kemarin|ini)|semalam',
  'yesterday|today|this\\s+(?:morning|afternoon|week|month)|last\\s+(?:night|week|month|year)|tonight',
])

const where = composeCue([
  '(?:kanim|ukk|ulp|tpi|rudenim|kanwil|mpp|kjri|kbri)',
  '(?:kantor|mal|mall|plaza)\\s+(?:imigrasi|pelayanan)',
  'di\\s+(?:bandara|pelabuhan|terminal|loket|konter|pos\\s+lintas|rumah\\s+detensi|aplikasi|kantor|ruang|lantai)',
  'bandara\\s+\\p{L}+',
  'm-?paspor',
  '(?:at|in|from)\\s+(?:the\\s+)?(?:\\p{L}+\\s+){0,2}(?:airport|office|counter|terminal|port|border|embassy|consulate|harbour|app)',
])

const who = composeCue([
  'petugas|pegawai|satpam|calo|oknum|kasi|kepala\\s+(?:kantor|seksi)|(?:pak|bu|bapak|ibu)\\s+\\p{Lu}?\\p{L}+|sponsor|agen|majikan|staf',
  'officers?|officials?|guards?|agents?|staff|clerks?|(?:mr|mrs|ms)\\.?\\s+\\p{L}+|employer|man\\s+in|woman\\s+at',
])

const how = composeCue([
  'karena|sebab|disebabkan|alasannya|dengan\\s+alasan|akibat|sehingga|lalu|kemudian|padahal|setelah|ketika|saat|dengan\\s+cara|katanya',
  'because|since|reason|due\\s+to|then|after|when|so\\s+that|although|while|therefore',
])

const wish = composeCue([
  'mohon|minta|meminta|tolong|harap|berharap|ingin|semoga|supaya|agar|harus\\s+dikembalikan|kapan|bagaimana|apakah',
  'please|request|want|would\\s+like|hope|ask(?:ing)?\\s+(?:for|that|you)|need\\s+(?:my|the|a|an|to)|should|when\\s+(?:will|can)|how\\s+(?:do|can|long)',
])

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** A text without spaces between words (Chinese, Thai) is measured by its letters. */
function measureLength(text: string): number {
  return Math.max(countWords(text), Math.floor([...text.matchAll(/[\p{sc=Han}\p{sc=Thai}]/gu)].length / 2))
}

/**
 * Which of the six questions a report answers, by its fields and by plain cues in its words (acceptance of rule 20: it never refuses
 * anything). A cue too many costs a question that nobody asks; one too few costs a look.
 */
export function scoreCompleteness({ text, wish: wanted, happenedOn, happenedAt, office, relation }: Told): Completeness {
  const length = measureLength(text)
  const answered: Readonly<Record<Question, boolean>> = {
    what: length >= fewestWords,
    when: happenedOn || when.test(text),
    where: happenedAt || office || where.test(text),
    who: relation || who.test(text),
    how: length >= wholeStory || how.test(text),
    wish: wanted.trim() !== '' || wish.test(text),
  }
  return {
    told: questions.filter((question) => answered[question]),
    missing: questions.filter((question) => !answered[question]),
  }
}
