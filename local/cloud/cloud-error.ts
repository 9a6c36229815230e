/**
 * An error the platform answers in its envelope `{ code, message, requestId }`; the SDK maps known codes to
 * numbers.
 */
export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}

export const invalidParam = (message: string): CloudError => new CloudError('INVALID_PARAM', message);
export const databaseRefused = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', message);
