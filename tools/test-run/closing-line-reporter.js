/** Prints one plain closing line with the counts of the whole run, for people and machines that read logs. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    process.stdout.write(`\n${results.numPassedTests} passed, ${results.numFailedTests} failed\n`);
  }
};
