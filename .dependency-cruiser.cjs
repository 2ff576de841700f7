/**
 * Who may import whom: one row a folder, the table of docs/architecture.md.
 * Types count as imports too, so that a folder's seam is visible where it is crossed.
 */
const MAY_IMPORT = {
  bots: ['game', 'messages', 'errors'],
  messages: ['attributes', 'errors'],
  game: ['parsing', 'attributes', 'inference', 'imaging', 'storage', 'errors'],
  parsing: ['attributes', 'errors'],
  attributes: [],
  inference: ['attributes', 'imaging', 'errors'],
  imaging: ['errors'],
  storage: ['errors'],
  config: ['errors'],
  errors: [],
};

/** Third parties with one door: only this folder may import them. */
const ONE_DOOR = {
  'onnxruntime-(node|common)': 'src/inference/runtime/onnx/',
  '@tensorflow': 'src/inference/runtime/tfjs/',
  '@prisma|better-sqlite3|pg': 'src/storage/',
  'bullmq|ioredis': 'src/inference/queue/',
  sharp: 'src/imaging/',
  'discord\\.js|@discordjs': 'src/bots/discord/',
  telegraf: 'src/bots/telegram/',
};

const folderRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder} may import ${allowed.join(', ') || 'no other folder'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const doorRules = Object.entries(ONE_DOOR).map(([packages, folder]) => ({
  name: `only-${folder.split('/').slice(1, -1).join('-')}-knows-${packages.split('|')[0].replace(/\W/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${folder}` },
  to: { path: `(^|/)node_modules/(${packages})(/|$)` },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...doorRules,
    {
      name: 'tfjs-is-loaded-when-asked-for',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/inference/runtime/tfjs/' },
      to: { path: '^src/inference/runtime/tfjs/', dynamic: false },
    },
    {
      name: 'queue-is-loaded-when-asked-for',
      comment: 'whoever draws for themselves pays nothing for the queue’s library',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(inference/queue/|app/worker\\.ts$)' },
      to: { path: '^src/inference/queue/', dynamic: false },
    },
    {
      name: 'platforms-never-import-each-other',
      severity: 'error',
      from: { path: '^src/bots/([^/]+)/' },
      to: { path: '^src/bots/', pathNot: '^src/bots/$1/' },
    },
    { name: 'no-circular', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-circular-at-run-time',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bots/web/page|inference/runtime/tfjs)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'the product imports neither tests nor scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
