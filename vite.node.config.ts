import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Everything that runs in Node or in Electron's Node: one bundle an entry, every package left where npm put it. */
const entries: Record<string, string> = {
  main: 'main/index.ts',
  reader: 'main/reader/process.ts',
  decoder: 'main/reader/decoder.ts',
  engine: 'main/engine/process.ts',
  report: 'main/report/process.ts',
  cli: 'main/cli/index.ts',
  bench: 'bench/index.ts',
  demo: 'scripts/demo/index.ts',
};

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      external: [/^[^./\0]/],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name]-[hash].cjs' },
    },
  },
});
