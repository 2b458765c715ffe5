import { tick } from 'svelte';
import { compareShortcuts } from './shortcuts-compare';
import { lookShortcuts } from './shortcuts-look';
import { objectShortcuts } from './shortcuts-objects';
import { paneShortcuts } from './shortcuts-panes';
import { planeShortcuts } from './shortcuts-planes';
import { moveTool, regionShortcuts } from './shortcuts-regions';
import { seriesShortcuts } from './shortcuts-series';
import type { Shortcut } from './shortcut';
import type { Review } from './review.svelte';
import { after, listed } from './state/class-list';
import { colourMaps } from './picture/colour-maps/index';
import { tools } from './viewport/tools/index';

const nextColourMap = ({ overlay }: Review): void => {
  const at = colourMaps.findIndex(({ id }) => id === overlay.colourMap);
  overlay.colourMap = colourMaps[(at + 1) % colourMaps.length]!.id;
};

const nextClass = (review: Review): void => {
  const { explanation, models } = review;
  const classes = listed(models.loaded?.classes ?? [], explanation?.scores ?? []);
  const next = explanation && after(classes, explanation.classIndex);
  if (next) void review.explainClass(next.index);
};

const explain: readonly Shortcut[] = [
  {
    keys: ['E', 'Enter'],
    group: 'Explain',
    title: 'Run the model and explain',
    run: (review) => void review.explain(),
  },
  { keys: ['N'], group: 'Explain', title: 'Explain the next class', run: nextClass },
  {
    keys: ['H'],
    group: 'Explain',
    title: 'Heat map on or off',
    run: ({ overlay }) => (overlay.visible = !overlay.visible),
  },
  {
    keys: [','],
    group: 'Explain',
    title: 'Less opacity',
    run: ({ overlay }) => overlay.step('opacity', -0.05),
  },
  {
    keys: ['.'],
    group: 'Explain',
    title: 'More opacity',
    run: ({ overlay }) => overlay.step('opacity', 0.05),
  },
  {
    keys: ['['],
    group: 'Explain',
    title: 'Lower threshold',
    run: ({ overlay }) => overlay.step('threshold', -0.05),
  },
  {
    keys: [']'],
    group: 'Explain',
    title: 'Higher threshold',
    run: ({ overlay }) => overlay.step('threshold', 0.05),
  },
  {
    keys: ['C'],
    group: 'Explain',
    title: 'Wash or contour',
    run: ({ overlay }) => (overlay.style = overlay.style === 'wash' ? 'contour' : 'wash'),
  },
  { keys: ['M'], group: 'Explain', title: 'Next colour map', run: nextColourMap },
];

const work: readonly Shortcut[] = [
  {
    keys: ['Ctrl+O'],
    group: 'Application',
    title: 'Open files',
    run: ({ library }) => void library.open({ dialog: 'files' }),
  },
  {
    keys: ['Ctrl+Shift+O'],
    group: 'Application',
    title: 'Open a folder',
    run: ({ library }) => void library.open({ dialog: 'folder' }),
  },
  {
    keys: ['Ctrl+P'],
    group: 'Application',
    title: 'Export the report as PDF',
    run: (review) => void review.export('pdf'),
  },
  {
    keys: ['Ctrl+B'],
    group: 'Application',
    title: 'List of studies on or off',
    run: ({ workplace }) => (workplace.listOpen = !workplace.listOpen),
  },
  { keys: ['/'], group: 'Application', title: 'Filter the studies', run: (review) => filter(review) },
  {
    keys: ['?'],
    group: 'Application',
    title: 'This list',
    run: ({ workplace }) => (workplace.helpOpen = !workplace.helpOpen),
  },
  {
    keys: ['Escape'],
    group: 'Application',
    title: 'Give up what has begun',
    run: (review) => giveUp(review),
  },
];

function filter({ workplace }: Review): void {
  workplace.listOpen = true;
  // The field is there when the list has been drawn.
  void tick().then(() => workplace.filterField?.focus());
}

function giveUp(review: Review): void {
  const { workplace, explanations, comparison, imports, regions, seriesRun, pane } = review;
  if (workplace.helpOpen) workplace.helpOpen = false;
  else if (pane.viewport?.cancelTool()) return;
  else if (imports.running) imports.cancel();
  else if (explanations.running) explanations.cancel();
  else if (seriesRun.running) seriesRun.cancel();
  else if (comparison.answers.running) comparison.answers.cancel();
  else if (regions.selected) regions.selected = '';
  else comparison.leave();
}

const toolKeys = tools.map((tool): Shortcut => ({
  keys: [tool.key],
  group: 'Tools',
  title: tool.name,
  run: (review) => moveTool(review, tool.id),
}));

/** Every key that does something: this one list is handled and shown. */
export const shortcuts: readonly Shortcut[] = [
  ...lookShortcuts,
  ...paneShortcuts,
  ...planeShortcuts,
  ...toolKeys,
  ...regionShortcuts,
  ...objectShortcuts,
  ...explain,
  ...compareShortcuts,
  ...seriesShortcuts,
  ...work,
];
