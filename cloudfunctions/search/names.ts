/** "[美] 黄仁宇" and "（清）曹雪芹" are looked for by the name alone. */
export function nameAlone(name: string): string {
  const alone = name.replace(/^\s*[[(（【〔［][^\])）】〕］]{1,6}[\])）】〕］]\s*/, '');
  return alone === '' ? name : alone;
}
