import { describe, expect, it } from 'vitest';
import { amend, beginHistory, record, redo, undo } from './undo';

describe('history', () => {
  const three = record(record(beginHistory('a'), 'b'), 'c');

  it('goes back and forth step by step', () => {
    expect(undo(three).now).toBe('b');
    expect(undo(undo(three)).now).toBe('a');
    expect(redo(undo(undo(three))).now).toBe('b');
    expect(redo(redo(undo(undo(three))))).toEqual(three);
  });

  it('stays where there is nothing to undo or redo', () => {
    const one = beginHistory('a');
    expect(undo(one)).toBe(one);
    expect(redo(three)).toBe(three);
  });

  it('forgets what was undone when something new happens', () => {
    const other = record(undo(three), 'd');
    expect(redo(other)).toBe(other);
    expect(undo(other).now).toBe('b');
  });

  it('amends the last step, so that one undo takes back both', () => {
    const amended = amend(three, 'C');
    expect(amended.now).toBe('C');
    expect(undo(amended).now).toBe('b');
    expect(redo(undo(amended)).now).toBe('C');
    expect(redo(amend(undo(three), 'B')).now).toBe('B');
  });

  it('does not record the value that it already has', () => {
    expect(record(three, 'c')).toBe(three);
  });

  it('keeps the last 200 steps', () => {
    let history = beginHistory(0);
    for (let step = 1; step <= 500; step++) history = record(history, step);
    expect(history.past).toHaveLength(200);
    expect(history.past[0]).toBe(300);
  });
});
