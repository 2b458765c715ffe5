import { expect, it } from 'vitest';
import { json, schema } from './json';
import { syntheticContent } from './testing/content';

it('keeps every figure as a number and every identifier, without pixels and local paths', async () => {
  const content = syntheticContent();
  const text = new TextDecoder().decode(await json.render(content));
  const read = JSON.parse(text);
  expect(read.schema).toBe(schema);
  expect(read.audit).toEqual(JSON.parse(JSON.stringify(content.audit)));
  expect(read.regions).toEqual(content.regions);
  expect(read.explanation.peak).toBe(content.explanation.map.peak);
  expect(read.explanation.gridMap).toHaveLength(196);
  expect(read.model.weightsSha256).toBe(content.model.weightsSha256);
  expect(read.image.sopInstanceUid).toBe(content.slice.sopInstanceUid);
  expect(text).not.toContain('/secret/place');
  expect(text).not.toContain('/models/');
  expect(text.length).toBeLessThan(20_000);
});
