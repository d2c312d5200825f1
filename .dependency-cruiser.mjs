// The map of the building: rooms from the top floor down; imports go downhill only.
// test/house/breaches.test.ts commits every deliberate breach against this file, because dependency-cruiser that
// dislikes a regular expression may check nothing.
const floors = [
  ['app'],
  ['insight'],
  ['contact'],
  ['guidance', 'learning', 'voice'],
  ['complaint'],
  ['access'],
  ['audit'],
  ['ui'],
  ['platform'],
]

const uphill = floors.flatMap((rooms, floor) =>
  rooms.flatMap((room) => {
    const closed = floors.slice(0, floor + 1).flat()
    const others = closed.filter((other) => other !== room)
    return others.length === 0
      ? []
      : [
          {
            name: `downhill-only-${room}`,
            severity: 'error',
            comment: `${room}/ may import only from floors below it; to tell a higher room something, publish an event.`,
            from: { path: `^src/${room}/` },
            to: { path: `^src/(${others.join('|')})/` },
          },
        ]
  }),
)

const tests = '\\.test\\.tsx?$'
const capability = '^src/(access|audit|complaint|contact|guidance|learning|voice|insight)/'
const doors = ['^src/[^/]+/[^/]+/(index|events|rules)\\.ts$', '^src/[^/]+/[^/]+/(events|rules)/']
const stores = ['/(store|read)\\.ts$', '/(store|read)/']
const actions = ['/actions\\.ts$', '/actions/']
const pages = '/pages/'
const database = ['^src/platform/(database|embedded-postgres)/', '^src/platform/worker[a-z-]*\\.ts$']
const drivers = 'node_modules/(@types/)?(pg|pg-copy-streams)/'

export default {
  forbidden: [
    ...uphill,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other when they run are one file, or miss a third. Types may refer to each other.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that leads nowhere escapes every other rule.',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Another capability shows three faces: index.ts (actions), events.ts and rules (pure). The rest is private.',
      from: { path: '^src/([^/]+)/([^/]+)/' },
      to: { path: capability, pathNot: ['^src/$1/$2/', '^src/[^/]+/[^/]+/capability\\.ts$', ...doors] },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Also the files that lie directly in a room (app/main.ts) use the doors.',
      from: { path: '^src/[^/]+/[^/]+$' },
      to: { path: capability, pathNot: ['^src/[^/]+/[^/]+/capability\\.ts$', ...doors] },
    },
    {
      name: 'only-app-opens-capabilities',
      severity: 'error',
      comment: 'capability.ts declares routes, listeners, jobs, words and seed to the house; only app/ reads it.',
      from: { path: '^src/', pathNot: ['^src/app/', tests] },
      to: { path: '^src/[^/]+/[^/]+/capability\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Rules and policies decide on plain data: no database, no HTTP, no clock, no npm package, no other layer.',
      from: { path: ['/(rules|policy)\\.ts$', '/(rules|policy)/'], pathNot: tests },
      to: {
        pathNot: [
          '/(rules|policy)\\.ts$',
          '/(rules|policy)/',
          '/events\\.ts$',
          '^src/platform/(result|time|words|context)\\.ts$',
          '\\.json$',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'A policy may speak of an Actor, but takes no transaction: from the context only types.',
      from: { path: ['/(rules|policy)\\.ts$', '/(rules|policy)/'], pathNot: tests },
      to: { path: '^src/platform/context\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      comment: 'Only store and read talk to the database; everyone else is handed a Database by type.',
      from: { path: '^src/', pathNot: [...stores, '^src/platform/database/', '^src/app/', tests] },
      to: { path: '^src/platform/database/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      comment:
        'The driver is known to store, read, the parts that run the database and its queue, and the commands that look after a whole installation.',
      from: { path: '^src/', pathNot: [...stores, ...database, '^src/app/(backup/|doctor\\.ts|database-server\\.ts)', tests] },
      to: { path: drivers, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-only-render',
      severity: 'error',
      comment: 'A page turns a view into HTML. It does not load, decide or save.',
      from: { path: pages, pathNot: tests },
      to: {
        pathNot: [
          pages,
          '^src/ui/',
          '^src/platform/(html|i18n)',
          '/rules\\.ts$',
          '/rules/',
          '/urls\\.ts$',
          'node_modules/(@types/)?preact/',
        ],
      },
    },
    {
      name: 'html-lives-in-pages',
      severity: 'error',
      comment: 'Markup outside pages/ and ui/ is markup nobody finds.',
      from: { path: '\\.tsx$', pathNot: [pages, '^src/ui/', tests] },
      to: {},
    },
    {
      name: 'stores-do-not-decide',
      severity: 'error',
      comment: 'A store reads and writes rows; it may know the types of rules, not the actions, routes or pages.',
      from: { path: stores, pathNot: tests },
      to: { path: ['/(actions|routes|listeners|jobs)\\.ts$', '/(actions|routes|listeners|jobs)/', pages] },
    },
    {
      name: 'actions-do-not-render',
      severity: 'error',
      comment: 'An action is usable without a browser (tests, jobs, import): no pages, no routes.',
      from: { path: actions, pathNot: tests },
      to: { path: ['/routes\\.ts$', '/routes/', pages] },
    },
    {
      name: 'production-does-not-import-tests',
      severity: 'error',
      comment: 'Only seed files may use the builders of test/, which also make the demo data.',
      from: { path: '^src/', pathNot: [tests, '/seed\\.ts$', '/seed/'] },
      to: { path: [tests, '^(test|e2e|bench|scripts)/'] },
    },
    {
      name: 'production-does-not-import-tests',
      severity: 'error',
      comment: 'A seed uses builders, never a test.',
      from: { path: ['/seed\\.ts$', '/seed/'] },
      to: { path: [tests, '^(e2e|bench|scripts)/'] },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'A drawer for everything (utils, helpers, common, lib) hides what it holds; name the thing.',
      from: { path: '/(utils?|helpers?|common|lib|misc|shared)(/|\\.tsx?$)', pathNot: 'node_modules' },
      to: {},
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nothing uses and that uses nothing is a leftover.',
      from: { orphan: true, path: '^src/', pathNot: [tests, '\\.d\\.ts$', '^src/app/(main|cli)\\.ts$', '^src/ui/browser/[^/]+\\.ts$'] },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
