export const paths = {
  list: '/petugas/templat',
  add: '/petugas/templat/baru',
  one: '/petugas/templat/:id',
  preview: '/petugas/templat/pratinjau',
} as const

export function templateHref(id: string): string {
  return `${paths.list}/${id}`
}
