import { createContext } from 'svelte';
import type { Pane } from './state/pane.svelte';

/** The pane that a component belongs to, for everything inside views/PaneView. */
export const [usePane, providePane] = createContext<Pane>();
