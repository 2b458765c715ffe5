import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './app';

test('the window has no Node, one bridge, and a policy that lets nothing out', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.getByTestId('nothing-yet')).toBeVisible();
  const seen = await window.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as { sightline: object }).sightline).sort(),
  }));
  expect(seen).toEqual({ require: 'undefined', process: 'undefined', bridge: ['calls', 'on', 'pathOf'] });
  const policy = await window.evaluate(async () =>
    (await fetch('index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-eval');
});

test('nothing reaches the network, and the window goes nowhere', async ({ launch }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { app, window } = await launch();
  await expect(window.getByTestId('nothing-yet')).toBeVisible();
  const before = window.url();
  // From the main process, where the window's own policy does not apply: the session itself must refuse.
  const fetched = await app.evaluate(({ session }, url) => {
    return session.defaultSession.fetch(url).then(
      () => 'answered',
      () => 'refused',
    );
  }, address);
  expect(fetched).toBe('refused');
  await window.evaluate((url) => {
    open(url);
    location.href = url;
  }, address);
  // Asked of the application: Playwright itself would wait for the navigation that does not come.
  const windows = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
  await expect.poll(windows).toEqual([before]);
  expect(asked).toEqual([]);
  await new Promise((done) => server.close(done));
});
