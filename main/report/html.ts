import type { Format } from './format';
export const html: Format = {
  id: 'html',
  name: 'HTML',
  extension: 'html',
  render: () => Promise.reject(new Error('x')),
};
