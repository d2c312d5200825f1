import vocabulary from './data/words.json' with { type: 'json' }
import { createRandom, type Random } from './random.ts'

/** A made-up report in words. */
export type Text = { readonly language: 'id' | 'en'; readonly body: string; readonly wish: string }

/** The prefix meN- in front of a root, with the root's first sound lost or kept as the language does. */
function prefixMe(root: string): string {
  const first = root.charAt(0)
  if ('aiueogh'.includes(first)) return `meng${root}`
  if (first === 'k') return `meng${root.slice(1)}`
  if (first === 's') return `meny${root.slice(1)}`
  if (first === 't') return `men${root.slice(1)}`
  if ('dcjz'.includes(first)) return `men${root}`
  if (first === 'p') return `mem${root.slice(1)}`
  if ('bf'.includes(first)) return `mem${root}`
  return `me${root}`
}

function inflectVerb(root: string): readonly string[] {
  const active = prefixMe(root)
  const agent = active.replace(/^me/, 'pe')
  return [
    active,
    `di${root}`,
    `${active}kan`,
    `di${root}kan`,
    `ter${root}`,
    root,
    `ber${root}`,
    `di${root}i`,
    `${active}i`,
    agent,
    `${agent}an`,
    `${root}lah`,
  ]
}

function inflectNoun(root: string): readonly string[] {
  return [root, `${root}nya`, `${root}ku`, `per${root}an`, `ke${root}an`, `${root}-${root}`]
}

function inflectAdjective(root: string): readonly string[] {
  return [root, `ter${root}`, `ke${root}an`, `se${root}`, `${root}nya`, `memper${root}`]
}

/** Every root has its plain forms early and its rarer ones late, so that the draw by rank sounds like the language. */
function layForms(roots: readonly string[], inflect: (root: string) => readonly string[]): readonly string[] {
  const forms = roots.map(inflect)
  const most = Math.max(...forms.map(({ length }) => length))
  return [...new Set(Array.from({ length: most }, (_, place) => forms.flatMap((list) => list[place] ?? [])).flat())]
}

const words = {
  verbs: layForms(vocabulary.verbs, inflectVerb),
  nouns: layForms(vocabulary.nouns, inflectNoun),
  adjectives: layForms(vocabulary.adjectives, inflectAdjective),
}

/** Number of different Indonesian words that texts are made of. */
export const vocabularySize = words.verbs.length + words.nouns.length + words.adjectives.length

function fill(sentence: string, random: Random): string {
  const text = sentence.replace(/\{(\w)\}/g, (_, kind: string) => {
    switch (kind) {
      case 'v':
        return words.verbs[random.zipf(words.verbs.length)] ?? ''
      case 'n':
        return words.nouns[random.zipf(words.nouns.length)] ?? ''
      case 'a':
        return words.adjectives[random.zipf(words.adjectives.length)] ?? ''
      case 'w':
        return vocabulary.english[random.zipf(vocabulary.english.length)] ?? ''
      case 'p':
        return random.pick(vocabulary.places)
      default:
        return String(2 + random.below(40))
    }
  })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function composeText(random: Random): Text {
  const language = random.chance(0.12) ? 'en' : 'id'
  const sentences = 3 + random.below(4) + random.zipf(9)
  const body = Array.from({ length: sentences }, () => fill(random.pick(vocabulary.sentences[language]), random)).join(' ')
  return { language, body, wish: random.chance(0.7) ? fill(random.pick(vocabulary.wishes), random) : '' }
}

/** A bank of different texts from which tickets and messages take theirs. */
export function composeTexts(count: number): readonly Text[] {
  const random = createRandom(4711)
  return Array.from({ length: count }, () => composeText(random))
}

/** Words to search for, from common to rare, as people type them: one word, sometimes two. */
export function composeQuestion(random: Random): string {
  const one = words.nouns[random.zipf(words.nouns.length)] ?? 'paspor'
  return random.chance(0.4) ? `${one} ${words.verbs[random.zipf(words.verbs.length)] ?? ''}` : one
}
