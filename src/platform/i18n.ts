import { IntlMessageFormat } from 'intl-messageformat'

/** Languages that have a complete catalogue. The first is the language of the law and the default. */
export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

export type Messages = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | number | Date>>

/** One language at work: words by key, and dates and numbers in its manner. */
export type Words = {
  readonly locale: Locale
  readonly dir: 'ltr' | 'rtl'
  /** The message of a key with its ICU placeholders filled. An unknown key throws: a test would have found it. */
  readonly t: (key: string, values?: Values) => string
  readonly has: (key: string) => boolean
  /** A day in words: `24 November 2026`. */
  readonly date: (at: Date, timeZone?: string) => string
  /** Day, time and the zone's name: `24 November 2026 14.05 WIB`. */
  readonly dateTime: (at: Date, timeZone?: string) => string
  /** Day and month in short, for dense lists: `24 Nov 14.05`. */
  readonly shortDateTime: (at: Date, timeZone?: string) => string
  readonly number: (value: number) => string
}

const zoneNames: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
export const defaultTimeZone = 'Asia/Jakarta'
const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' }

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}

/** Formatters are costly to make and cheap to keep: one of each kind a language and zone. */
function rememberFormats(tag: string, options: Intl.DateTimeFormatOptions): (at: Date, timeZone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (at, timeZone) => {
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone })
    formats.set(timeZone, format)
    return format.format(at)
  }
}

function compile(message: string, tag: string): (values?: Values) => string {
  if (!/[{}'<]/.test(message)) return () => message
  const format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })
  return (values) => String(format.format(values))
}

/** Compiles one language's merged catalogue. */
export function createWords(locale: Locale, messages: Messages): Words {
  const tag = tags[locale]
  const compiled = new Map(Object.entries(messages).map(([key, message]) => [key, compile(message, tag)]))
  const day = rememberFormats(tag, { dateStyle: 'long' })
  const moment = rememberFormats(tag, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const short = rememberFormats(tag, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const numbers = new Intl.NumberFormat(tag)
  return {
    locale,
    dir: 'ltr',
    t(key, values) {
      const message = compiled.get(key)
      if (!message) throw new Error(`no message '${key}' in '${locale}'`)
      return message(values)
    },
    has: (key) => compiled.has(key),
    date: (at, timeZone = defaultTimeZone) => day(at, timeZone),
    dateTime: (at, timeZone = defaultTimeZone) => `${moment(at, timeZone)} ${zoneNames[timeZone] ?? timeZone}`,
    shortDateTime: (at, timeZone = defaultTimeZone) => short(at, timeZone),
    number: (value) => numbers.format(value),
  }
}
