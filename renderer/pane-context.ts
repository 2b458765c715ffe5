import { createContext } from 'svelte';
import type { Pane } from './state/pane.svelte';
import type { RestingMarks } from './state/resting-marks.svelte';

/** The pane that a component belongs to, for everything inside views/PaneView. */
export const [usePane, providePane] = createContext<Pane>();

/** The marks of the pane's study while another study is worked on. */
export const [useRestingMarks, provideRestingMarks] = createContext<RestingMarks>();
