/** The platform's limits, on by default: an emulator laxer than the cloud is worse than none. */
export const limits = {
  /** Documents one `get` answers when the request says nothing, and at most. */
  getDefault: 100,
  getMaximum: 1000,
  /** Documents an aggregate without `limit` answers. */
  aggregateDefault: 20,
  aggregateMaximum: 10_000,
  collections: 100,
  indexesPerCollection: 20,
  fieldsPerIndex: 31,
  /** MongoDB's own bound on one document, and the platform's on one answer of the database. */
  documentBytes: 16 * 1024 * 1024,
  packetBytes: 16 * 1024 * 1024,
  /** Real time a transaction may live. */
  transactionMs: 30_000,
  /**
   * A plain write waits this long for a document locked by a transaction; the SDK itself gives up at 15 s.
   */
  lockWaitMs: 14_000,
  functionTimeoutSeconds: 3,
  functionTimeoutMaximumSeconds: 60,
  concurrentInvocations: 20,
  /** Of one `watch`; more are an error, and the watch is dead. */
  watchedRecords: 5000,
  /** Watches open at once: by the plan since 2025-06-30; the smallest plans had 20. */
  watches: 20,
  /** Above this `wx.cloud.callFunction` answers -604001. */
  functionResponseBytes: 1024 * 1024,
  /** A synchronous cloud function event. */
  functionRequestBytes: 6 * 1024 * 1024,
  tempUrlsPerCall: 50,
  cloudPathBytes: 850,
  tempUrlMaxAgeSeconds: 7200,
  /** From storage to a function or a phone: tens of megabytes a second on the platform. */
  storageBytesPerSecond: 50 * 1024 * 1024,
} as const;
