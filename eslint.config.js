import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';

/** The one direction of imports: a room imports only from rooms before it. */
const order = [
  'preload',
  'renderer/picture',
  'main/process',
  'main/dicom',
  'main/prepare',
  'main/model',
  'main/explain',
  'main/audit',
  'main/report',
  'main/store',
  'main/reader',
  'main/engine',
  'main/answers',
  'main/cli',
];
const mayTouchElectron = [
  'main/answers',
  'main/process/host.ts',
  'main/window',
  'main/index.ts',
  'preload/index.ts',
];

const later = order.map((room, index) => ({
  target: `./${room}`,
  from: order
    .slice(index + 1)
    .map((other) => `./${other}`)
    .concat(['./main/index.ts', './main/window.ts']),
  except: [],
  message: `${room} imports only from rooms before it: ${order.slice(0, index).join(', ')}.`,
}));
const zones = [
  ...later.filter((zone) => existsSync(zone.target)),
  {
    target: './renderer',
    from: './main',
    message: 'The window reaches the application only through the bridge.',
  },
  {
    target: './main/!(report|cli|dicom|prepare)/**',
    from: './renderer',
    message: 'Only the report and the command line draw.',
  },
  {
    target: ['./main/dicom', './main/prepare'],
    from: './renderer',
    except: ['./picture'],
    message: 'Of the window only the picture is pure arithmetic.',
  },
  {
    target: './main',
    from: ['./scripts', './bench', './e2e'],
    message: 'The product does not know its tools.',
  },
  {
    target: './renderer/picture',
    from: './renderer',
    except: ['./picture'],
    message: 'The picture is pure arithmetic.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '.cache', 'test-results', 'assets'] },
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.{ts,mjs,js,svelte}'],
    plugins: { 'import-x': importX },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.mjs', '.js'] },
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.svelte.ts', '.mjs', '.js'] }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(electron|@tensorflow/.*)$',
              message: 'Electron lives in the hosts and answers, TensorFlow in main/model.',
            },
          ],
        },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['**/*.svelte'],
    rules: { 'import-x/no-default-export': 'off', 'prefer-const': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: [
      ...mayTouchElectron.map((place) => (place.endsWith('.ts') ? place : `${place}{.ts,/**}`)),
      'e2e/**',
      'bench/**',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['main/model/**', 'scripts/demo/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.test.{ts,mjs}', 'e2e/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['*.config.{ts,js}'], rules: { 'import-x/no-default-export': 'off' } },
);
