export const paths = {
  list: '/petugas/templat',
  add: '/petugas/templat/baru',
  one: '/petugas/templat/:id',
  preview: '/petugas/pratinjau-templat',
} as const

export function templateHref(id: string): string {
  return `${paths.list}/${id}`
}
