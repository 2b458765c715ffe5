import { expect, it } from 'vitest';
import { html } from './html';
import { json } from './json';
import { figuresOf, measuredRows } from './measured';
import { everyKind, measuredContent } from './testing/measured';

const length = [
  {
    kind: 'length',
    points: [
      [0, 0],
      [30, 40],
    ],
  },
] as const;

const textOf = async (format: typeof json, content: ReturnType<typeof measuredContent>) =>
  new TextDecoder().decode(await format.render(content));

it('says of every kind what the window says, numbered in order', () => {
  const rows = measuredRows(measuredContent(everyKind));
  expect(rows.map(({ figures }) => figures)).toEqual(everyKind.map(({ says }) => says));
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(rows[0]).toEqual({
    ...{ number: 1, kind: 'Length', figures: '50.0 mm', text: 'width of the lesion' },
  });
});

it('gives a machine the figures as numbers beside their units, unrounded', async () => {
  const { measurements } = JSON.parse(await textOf(json, measuredContent(everyKind)));
  expect(measurements).toHaveLength(everyKind.length);
  everyKind.forEach(({ kind, points, text = '', figures }, index) => {
    expect(measurements[index]).toMatchObject({ number: index + 1, id: `m${index + 1}`, kind, points, text });
    const read = measurements[index].figures as { name: string; value: number; unit: string }[];
    expect(read.map(({ name, unit }) => [name, unit])).toEqual(figures.map(([name, , unit]) => [name, unit]));
    read.forEach(({ value }, at) => expect(value).toBeCloseTo(figures[at]![1], 9));
  });
});

it('marks millimetres that are the detector’s, and counts pixels where no spacing is known', () => {
  const detector = measuredContent(length, { row: 0.2, column: 0.2, kind: 'detector' });
  expect(measuredRows(detector)[0]!.figures).toBe('10.0 mm at detector');
  expect(figuresOf(detector.measurements[0]!, detector)).toEqual([
    { name: 'length', value: 10, unit: 'mm', atDetector: true },
  ]);
  const none = measuredContent(length, null);
  expect(measuredRows(none)[0]!.figures).toBe('50.0 px');
  expect(figuresOf(none.measurements[0]!, none)).toEqual([{ name: 'length', value: 50, unit: 'px' }]);
  const aspect = measuredContent(length, { row: 2, column: 1, kind: 'aspect' });
  expect(measuredRows(aspect)[0]!.figures).toBe('30.0 columns × 40.0 rows');
  expect(figuresOf(aspect.measurements[0]!, aspect)).toEqual([
    { name: 'columns', value: 30, unit: 'px' },
    { name: 'rows', value: 40, unit: 'px' },
  ]);
});

it('gives null for an angle that there is none of', () => {
  const angle = [
    {
      kind: 'angle',
      points: [
        [5, 5],
        [5, 5],
        [9, 5],
      ],
    },
  ] as const;
  const content = measuredContent(angle);
  expect(figuresOf(content.measurements[0]!, content)).toEqual([{ name: 'angle', value: null, unit: '°' }]);
});

it('draws them on the page at their place, with the numbers of its table', async () => {
  const page = await textOf(html, measuredContent(length));
  // A page's canvas of 440 over 256 columns and 256 rows twice as tall: 1.71875 and 3.4375 a pixel.
  expect(page).toContain('viewBox="0 0 440 880.0"');
  expect(page).toContain('d="M0.0,0.0L51.6,137.5');
  expect(page).toMatch(/<text [^>]*fill="#f2d675">1<\/text>/);
  // 15 mm and 40 mm: √(225 + 1600) = 42.72.
  expect(page).toContain('<title>Length: 42.7 mm</title>');
  expect(page).toContain('<tr><td class="explained">1</td><td>Length</td><td>42.7 mm</td><td></td></tr>');
});

it('escapes what a person wrote', async () => {
  const page = await textOf(html, measuredContent([{ ...length[0], text: '<b onload="x">&' }]));
  expect(page).toContain('<td>&lt;b onload=&quot;x&quot;&gt;&amp;</td>');
  expect(page).not.toContain('<b onload');
});

it('is silent where nothing was measured', async () => {
  const page = await textOf(html, measuredContent([]));
  expect(page.replace(/<style>.*<\/style>/s, '')).not.toMatch(/measurement|class="measured"/i);
  expect(JSON.parse(await textOf(json, measuredContent([]))).measurements).toEqual([]);
});
