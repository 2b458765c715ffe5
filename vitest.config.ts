import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['{main,renderer,preload,bench,scripts}/**/*.test.{ts,mjs}'],
    environment: 'node',
    // TensorFlow keeps process-wide state and is not thread-safe to load: a process a file, never threads.
    pool: 'forks',
    testTimeout: 60_000,
  },
});
