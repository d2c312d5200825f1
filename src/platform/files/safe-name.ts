const longest = 120

/** Control characters, and those nobody sees: direction overrides and zero-width ones make a name look like another. Lone surrogates are no text at all. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f/gu
/** Not allowed in names on Windows, where the officer may save the file. */
const forbidden = /[<>:"|?*]/g
/** Devices on Windows, with any ending: `CON.pdf` opens the console there. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i

/**
 * A name fit to show, to store beside the file and to offer for download: never empty, at most 120 UTF-16 units, NFC, no path, letters of every script kept.
 * It is never used as a path: files lie under random keys.
 */
export function safeName(name: string): string {
  const cleaned = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(invisible, '').replace(forbidden, '-').replace(/\s+/gu, ' ')
  const trimmed = cleaned.replace(/^ +|[ .]+$/g, '')
  const dot = trimmed.lastIndexOf('.')
  const hasEnding = dot >= 0 && trimmed.length - dot <= 12
  const ending = hasEnding ? trimmed.slice(dot) : ''
  const stem = (hasEnding ? trimmed.slice(0, dot) : trimmed).replace(/^[. ]+|[. ]+$/g, '')
  const short = shorten(avoidDevice(stem), longest - ending.length).replace(/[. ]+$/, '')
  return `${short === '' ? 'file' : short}${ending}`.normalize('NFC')
}

/** The last ending in lower case, without the dot; null when the name has none. */
export function endingOf(name: string): string | null {
  const safe = safeName(name)
  const dot = safe.lastIndexOf('.')
  return dot < 0 ? null : safe.slice(dot + 1).toLowerCase()
}

function avoidDevice(stem: string): string {
  const first = (stem.split('.')[0] ?? '').trimEnd()
  return device.test(first) ? `_${stem}` : stem
}

/** Cuts between whole visible characters, so that no letter loses its accent and no emoji breaks. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}
