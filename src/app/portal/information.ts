import type { Words } from '../../platform/i18n.ts'
import type { InformationPart, InformationView } from './pages/information-page.tsx'

type PartRule = { readonly name: string; readonly id: string; readonly ordered?: boolean; readonly href?: string }

/** The pages of words, by address; each part's words are `portal.<page>.<part>.title`, `.p1`, `.1`, `.link`. */
export const informationPages = [
  {
    path: '/cara-kerja',
    name: 'how',
    parts: [
      { name: 'steps', id: 'langkah', ordered: true },
      { name: 'time', id: 'waktu' },
      { name: 'code', id: 'kode', href: '/lacak' },
      { name: 'staff', id: 'petugas' },
      { name: 'unhappy', id: 'tidak-puas' },
    ],
  },
  {
    path: '/tentang',
    name: 'about',
    parts: [
      { name: 'what', id: 'layanan' },
      { name: 'who', id: 'penanganan' },
      { name: 'others', id: 'jalur-lain' },
      { name: 'source', id: 'kode-sumber' },
    ],
  },
  {
    path: '/privasi',
    name: 'privacy',
    parts: [
      { name: 'short', id: 'singkat' },
      { name: 'what', id: 'data' },
      { name: 'why', id: 'tujuan' },
      { name: 'who', id: 'siapa' },
      { name: 'choices', id: 'pilihan' },
      { name: 'time', id: 'lama' },
      { name: 'cookies', id: 'kuki' },
      { name: 'rights', id: 'hak', href: '/lapor' },
    ],
  },
  {
    path: '/aksesibilitas',
    name: 'access',
    parts: [
      { name: 'can', id: 'dapat' },
      { name: 'standard', id: 'standar' },
      { name: 'limits', id: 'batas' },
      { name: 'help', id: 'bantuan', href: '/lapor' },
    ],
  },
] as const satisfies readonly { readonly path: string; readonly name: string; readonly parts: readonly PartRule[] }[]

type InformationRule = { readonly name: string; readonly parts: readonly PartRule[] }

type Values = Readonly<Record<string, number>>

/** As many numbered messages as there are. */
function readAll({ t, has }: Words, prefix: string, values: Values): readonly string[] {
  const found: string[] = []
  while (has(`${prefix}${found.length + 1}`)) found.push(t(`${prefix}${found.length + 1}`, values))
  return found
}

/** `values`: what changes in words that are otherwise fixed. */
export function composeInformation(words: Words, page: InformationRule, values: Values): InformationView {
  const { t } = words
  const prefix = `portal.${page.name}`
  const parts = page.parts.map(({ name, id, ordered = false, href }): InformationPart => {
    const own = `${prefix}.${name}`
    return {
      id,
      ordered,
      title: t(`${own}.title`),
      paragraphs: readAll(words, `${own}.p`, values),
      points: readAll(words, `${own}.`, values),
      ...(href === undefined ? {} : { link: { href, label: t(`${own}.link`) } }),
    }
  })
  return { title: t(`${prefix}.title`), lead: t(`${prefix}.lead`), parts, report: t('portal.front.report') }
}
