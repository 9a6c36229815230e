import { get } from 'node:http';
import { connect } from 'node:net';
import { watchLoopback } from './loopback-guard';

/** The guard that every conformance file ends with must itself be able to fail. */
describe('the guard of the network', () => {
  it.each([
    ['an address over HTTP', '203.0.113.7', () => get({ host: '203.0.113.7', path: '/' })],
    ['a plain address', '203.0.113.7', () => connect(80, '203.0.113.7')],
    ['a name', 'api.example.org', () => connect({ host: 'api.example.org', port: 80 })],
  ])('sees %s and stops it', async (_name, host, attempt) => {
    const guard = watchLoopback();
    const message = await new Promise<string>((resolve) => {
      attempt().on('error', (error: Error) => resolve(error.message));
    });
    guard.stop();
    expect(message).toMatch(/the guard stopped/);
    expect(guard.escapes()).toContain(`connect ${host}`);
  });
});
