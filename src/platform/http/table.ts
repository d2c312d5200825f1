import type { Route } from './route.ts'

/** What is wrong with a table of routes; empty when nothing is. */
export function findTableFaults(routes: readonly Route[], permissions: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>()
  return routes.flatMap((route) => {
    const name = `${route.method} ${route.path}`
    const faults: string[] = []
    const permission: unknown = route.permission
    const event: unknown = (route.audit as { event?: unknown } | undefined)?.event
    if (typeof permission !== 'string' || (permission !== 'public' && !permissions.has(permission)))
      faults.push(`${name} has no known permission`)
    if (permission === 'public' && route.audience === 'officer' && route.method === 'POST')
      faults.push(`${name} lets anybody change something in the console`)
    if (route.freshVisit && route.audience !== 'visitor') faults.push(`${name} takes the form of somebody known without its token`)
    if (typeof event !== 'string' || !/^[a-z_]+\.[a-z_]+$/.test(event)) faults.push(`${name} has no audit event`)
    if (seen.has(name)) faults.push(`${name} is registered twice`)
    seen.add(name)
    return faults
  })
}

export function checkTable(routes: readonly Route[], permissions: ReadonlySet<string>): void {
  const faults = findTableFaults(routes, permissions)
  if (faults.length > 0) throw new Error(`the table of routes is not in order:\n${faults.join('\n')}`)
}

/** The verbs that an address knows, for the header `Allow`; empty where there is no such address. */
export function createVerbReader(routes: readonly Pick<Route, 'method' | 'path'>[]): (path: string) => readonly string[] {
  const known = routes.map(({ method, path }) => ({
    pattern: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`),
    verbs: method === 'GET' ? ['GET', 'HEAD'] : [method],
  }))
  return (path) => [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ verbs }) => verbs))].sort()
}
