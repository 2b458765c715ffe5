import type { Review } from './review.svelte';

export type ShortcutGroup = 'Look' | 'Viewports' | 'Tools' | 'Regions' | 'Explain' | 'Application';

/** Keys and what they do. */
export interface Shortcut {
  /** Such as 'E', 'Ctrl+Shift+Z', 'Space', '?', 'ArrowUp'; any of them. */
  readonly keys: readonly string[];
  readonly group: ShortcutGroup;
  /** For the list; '' leaves it out of the list because another line speaks for it. */
  readonly title: string;
  readonly run: (review: Review) => void;
}

/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of a key press, as shortcuts write it; the Command key counts as Ctrl. Shift is part of what a sign is. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase() && key !== ' ';
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const held = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey && !isSign ? 'Shift' : ''];
  return [...held.filter(Boolean), name].join('+');
}

/** The shortcut of a key press; undefined where there is none. */
export function shortcutFor(shortcuts: readonly Shortcut[], press: KeyPress): Shortcut | undefined {
  const name = keyName(press);
  return shortcuts.find(({ keys }) => keys.includes(name));
}

const typing = new Set(['text', 'search', 'number', '']);
const pressing = new Set(['BUTTON', 'SUMMARY', 'A']);
const own: Readonly<Record<string, readonly string[]>> = {
  range: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  checkbox: ['Space'],
};

/** Whether the element that has the focus needs a key itself: text while typing, Enter on a button, arrows on a slider. */
export function belongsTo(element: { tagName: string; type?: string } | null, name: string): boolean {
  if (!element) return false;
  const { tagName, type = '' } = element;
  if (tagName === 'TEXTAREA' || (tagName === 'INPUT' && typing.has(type))) return name !== 'Escape';
  if (tagName === 'SELECT') return !name.startsWith('Ctrl+') && name !== 'Escape';
  if (pressing.has(tagName)) return name === 'Enter' || name === 'Space';
  return tagName === 'INPUT' && (own[type]?.includes(name) ?? false);
}

const faces: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Escape: 'Esc',
};

/** A key as it is written on keyboards: '↑', 'Ctrl Z'. */
export const keyFace = (key: string): string[] =>
  (key === '+' ? ['+'] : key.split('+')).map((part) => faces[part] ?? part);
