/** Letters that the fonts of the PDF's writer hold; another one would leave a gap on paper where somebody said something. */
const undrawable =
  /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

export function isDrawable(text: string): boolean {
  return !undrawable.test(text)
}
