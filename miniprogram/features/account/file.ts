/** "约 12 KB" of what the file will be. */
export function sizeText(json: string): string {
  return `约 ${Math.max(1, Math.round((json.length * 2) / 1024))} KB`;
}
