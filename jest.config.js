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
  transformIgnorePatterns: ['/node_modules/(?!(mingo|chinese-days|croner)/)'],
};

module.exports = {
  reporters: [
    'default',
    '<rootDir>/tools/test-run/times-reporter.mjs',
    '<rootDir>/tools/test-run/closing-line-reporter.js',
  ],
  maxWorkers: 2,
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
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
  ],
};
