/** How easily words are read: by the length of their sentences, which people judge alike in every language here. */
export type Readability = { readonly wordsPerSentence: number; readonly level: 'easy' | 'fair' | 'hard' }

const longestEasy = 15
const longestFair = 22

/** Null for text without words. */
export function measureReadability(text: string): Readability | null {
  const sentences = text
    .split(/[.!?\n]+(?:\s|$)/u)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0)
    .filter((words) => words > 0)
  if (sentences.length === 0) return null
  const wordsPerSentence = Math.round(sentences.reduce((sum, words) => sum + words, 0) / sentences.length)
  return { wordsPerSentence, level: wordsPerSentence <= longestEasy ? 'easy' : wordsPerSentence <= longestFair ? 'fair' : 'hard' }
}
