import { describe, expect, it, vi } from 'vitest';
import type { Review } from './review.svelte';
import { belongsTo, keyFace, keyName, type KeyPress, shortcutFor } from './shortcut';
import { shortcuts } from './shortcuts';
import { tools } from './viewport/tools/index';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keyName', () => {
  it.each([
    [press('e'), 'E'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [press('z', { metaKey: true }), 'Ctrl+Z'],
    [press('?', { shiftKey: true }), '?'],
    [press('+', { shiftKey: true }), '+'],
    [press(' '), 'Space'],
    [press('ArrowUp', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowUp'],
  ])('of %o is %s', (event, name) => expect(keyName(event)).toBe(name));
});

describe('the list of shortcuts', () => {
  it('gives no key two meanings', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has a key for every tool', () => {
    for (const { key, name } of tools) expect(shortcutFor(shortcuts, press(key))?.title).toBe(name);
  });

  it('undoes and redoes with the usual keys', () => {
    const regions = { undo: vi.fn(), redo: vi.fn() };
    const review = { regions } as unknown as Review;
    shortcutFor(shortcuts, press('z', { ctrlKey: true }))!.run(review);
    shortcutFor(shortcuts, press('Z', { ctrlKey: true, shiftKey: true }))!.run(review);
    expect(regions.undo).toHaveBeenCalledTimes(1);
    expect(regions.redo).toHaveBeenCalledTimes(1);
  });

  it('puts each shape of region in the middle, where it can be moved and resized', () => {
    const shapes: string[] = [];
    const put = (region: { shape: string; points: unknown[] }) =>
      shapes.push(`${region.shape} ${region.points.length}`);
    const review = {
      slice: { sopInstanceUid: '1', frame: 1, rows: 100, columns: 200 },
      regions: { kind: 'lesion', put },
      workplace: { tool: 'window' },
      pane: { viewport: null },
      mayMark: () => true,
    } as unknown as Review;
    for (const key of ['B', 'O', 'G']) shortcutFor(shortcuts, press(key, { shiftKey: true }))!.run(review);
    expect(shapes).toEqual(['rectangle 2', 'ellipse 2', 'polygon 6']);
    expect(review.workplace.tool).toBe('edit');
  });

  it('puts no region on a picture that may not be marked', () => {
    const put = vi.fn();
    const review = {
      slice: { sopInstanceUid: '1', frame: 1, rows: 100, columns: 200 },
      regions: { kind: 'lesion', put },
      mayMark: () => false,
    } as unknown as Review;
    shortcutFor(shortcuts, press('B', { shiftKey: true }))!.run(review);
    expect(put).not.toHaveBeenCalled();
  });

  it('goes to the first and the last slice', () => {
    const goTo = vi.fn();
    const review = { pane: { index: 4, goTo } } as unknown as Review;
    shortcutFor(shortcuts, press('Home'))!.run(review);
    shortcutFor(shortcuts, press('End'))!.run(review);
    expect(goTo.mock.calls[0]![0]).toBeLessThan(0);
    expect(goTo.mock.calls[1]![0]).toBeGreaterThan(1e6);
  });
});

describe('belongsTo', () => {
  it('leaves text to a text box, arrows to a slider, Enter to a button', () => {
    expect(belongsTo({ tagName: 'TEXTAREA' }, 'E')).toBe(true);
    expect(belongsTo({ tagName: 'TEXTAREA' }, 'Escape')).toBe(false);
    expect(belongsTo({ tagName: 'INPUT', type: 'range' }, 'ArrowUp')).toBe(true);
    expect(belongsTo({ tagName: 'INPUT', type: 'range' }, 'E')).toBe(false);
    expect(belongsTo({ tagName: 'BUTTON', type: 'submit' }, 'Enter')).toBe(true);
    expect(belongsTo({ tagName: 'BUTTON', type: 'submit' }, 'I')).toBe(false);
    expect(belongsTo(null, 'E')).toBe(false);
  });
});

describe('keyFace', () => {
  it('writes keys as on the keyboard', () => {
    expect(keyFace('Ctrl+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyFace('+')).toEqual(['+']);
    expect(keyFace('ArrowUp')).toEqual(['↑']);
  });
});
