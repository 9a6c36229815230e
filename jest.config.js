/** One runner for everything: rules, operations, the local cloud, components and whole journeys. */
const transform = {
  '^.+\\.m?[jt]s$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};
const node = {
  testEnvironment: 'node',
  transform,
  // Writing there must not start the suites again that are watched.
  watchPathIgnorePatterns: ['<rootDir>/(dist|\\.cache|\\.shuxiang)/'],
  transformIgnorePatterns: ['/node_modules/(?!(mingo|chinese-days|croner)/)'],
};

module.exports = {
  reporters: [
    'default',
    '<rootDir>/tools/test-run/times-reporter.mjs',
    '<rootDir>/tools/test-run/closing-line-reporter.js',
  ],
  // One more than the two processors of a small machine: journeys wait for pages more than they reckon.
  maxWorkers: 3,
  // What a suite leaves in a worker goes with it: a worker that has grown is ended, and a fresh one takes its place.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...node,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/{cloudfunctions,typings,demo,build,bulk,tables,tools}/**/*.test.ts',
        '<rootDir>/miniprogram/**/*.test.ts',
        '<rootDir>/tests/architecture.test.ts',
      ],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...node,
      displayName: 'local',
      testMatch: ['<rootDir>/local/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...node,
      displayName: 'conformance',
      testMatch: ['<rootDir>/tests/conformance/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...node,
      displayName: 'operations',
      globalSetup: '<rootDir>/tests/built-once.ts',
      testMatch: ['<rootDir>/tests/operations/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...node,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/component/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...node,
      displayName: 'journeys',
      globalSetup: '<rootDir>/tests/built-once.ts',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
  ],
};
