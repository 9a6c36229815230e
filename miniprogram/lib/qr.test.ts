import { qrImage } from './qr';

test('a code is an SVG with a quiet zone, small enough for setData', () => {
  const image = qrImage('SXR1.2026000017.1795651200.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4');
  const svg = decodeURIComponent(image.split(',')[1] ?? '');
  expect(svg).toContain('viewBox="0 0 ');
  // The finder pattern's first run stands at the quiet zone's edge: seven modules.
  expect(svg).toContain('d="M3 3h7v1h-7z');
  expect(image.length).toBeLessThan(30_000);
});

test('another text is another picture', () => {
  expect(qrImage('a')).not.toBe(qrImage('b'));
});
