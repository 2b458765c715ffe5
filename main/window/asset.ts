import { normalize, resolve, sep } from 'node:path';

/**
 * The file that an address of the window's scheme names, or null where it names none: another host, or a path
 * that would leave the folder.
 */
export function resolveAsset(folder: string, address: string, origin: string): string | null {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== origin) return null;
  const name = decode(url.pathname);
  if (name === null || name.includes('\0')) return null;
  const path = normalize(resolve(folder, `.${name === '/' ? '/index.html' : name}`));
  return path.startsWith(resolve(folder) + sep) ? path : null;
}

function decode(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch (thrown) {
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
}
